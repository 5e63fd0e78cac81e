"""The field table: every Azure key of LibreChat's config, as data."""
