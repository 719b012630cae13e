"""The stages: each a function from a `Document` to one layer; none imports another."""
