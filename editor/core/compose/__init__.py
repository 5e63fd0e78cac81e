"""What docker compose would give LibreChat's container: mounted files and variables."""
