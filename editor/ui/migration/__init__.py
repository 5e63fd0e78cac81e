"""The guided migration of legacy settings: what is found, what to decide, what will change."""
