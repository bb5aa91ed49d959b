"""Learning content: from the modules folder to domain objects and safe HTML. Knows no pages and no rows."""
