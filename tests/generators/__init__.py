"""Seeded generators of YAML texts: odd ones for the parser, realistic ones for the edits."""
