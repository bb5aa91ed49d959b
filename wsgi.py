"""Any WSGI host can run the product from here; live pages then poll instead of listening."""

from app.factory import create_app

app = create_app()
