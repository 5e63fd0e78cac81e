"""LibreChat's verdict on a config, layer by layer; every check returns findings."""
