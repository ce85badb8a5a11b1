"""Where: places, organisations and the outlet."""
