"""The requests that LibreChat sends for the models of a config."""
