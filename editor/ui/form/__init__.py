"""The form of the current node, made from the field table."""
