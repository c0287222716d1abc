// Stage Resolving.
