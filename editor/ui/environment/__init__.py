"""The page of the variables, and the row below the tree that opens it."""
