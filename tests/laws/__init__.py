"""Laws that every edit of a text keeps, and what is needed to check them independently."""
