"""The look at what will be written, before it is saved."""
