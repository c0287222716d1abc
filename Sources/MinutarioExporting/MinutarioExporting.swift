// Stage Exporting.
