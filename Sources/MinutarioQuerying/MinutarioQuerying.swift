// Stage Querying.
