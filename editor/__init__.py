"""The LibreChat Azure editor: a window and a command line over one core."""

__version__ = "0.1.0"
