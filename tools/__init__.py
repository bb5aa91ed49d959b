"""What `make` calls: set-up, assets, test machinery. Nothing here is imported by `app`."""
