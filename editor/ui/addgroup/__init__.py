"""The assistant that adds a group for a connection to Azure."""
