"""Any WSGI host can run the product from here; live pages then poll instead of listening."""

from app.content.rendered import prepare
from app.factory import create_app
from app.web import clock

app = create_app()
prepare(app.extensions["library"].modules.values(), app.extensions["settings"].instance / "cache", clock.today())
