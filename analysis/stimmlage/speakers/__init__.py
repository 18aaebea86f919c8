"""Who says it: mentions, names, roles, coreference, passages by voice."""
