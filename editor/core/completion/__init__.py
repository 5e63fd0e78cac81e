"""What may be typed into a field: texts, each with what it means."""
