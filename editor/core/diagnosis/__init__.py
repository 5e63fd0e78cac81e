"""What a failed connection test means: who answered, why, and which field to change."""
