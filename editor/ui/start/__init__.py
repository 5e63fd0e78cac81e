"""What the window shows while no file is open, and the ways to begin."""
