"""The panels around the form: source, problems, changes, and those that are still to come."""
