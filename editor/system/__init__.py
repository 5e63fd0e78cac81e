"""What touches the world: one outside thing per module, no Qt."""
