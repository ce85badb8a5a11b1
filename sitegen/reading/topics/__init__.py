"""What about: general topics by weighted terms, specific ones by phrases."""
