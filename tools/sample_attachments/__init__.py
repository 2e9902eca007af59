"""Makes the attachments of the sample articles: small real files, the same bytes each time."""
