"""What the editor wrote under `content/`, parsed into frozen values."""
