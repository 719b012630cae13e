"""newsparse inside other libraries, each imported by its own module only."""
