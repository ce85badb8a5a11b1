"""`sitegen review`: what deserves a human look, worst first."""
