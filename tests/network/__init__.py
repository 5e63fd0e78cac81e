"""Servers that answer as a test says, and what sends real requests to them."""
