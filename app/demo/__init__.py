"""The demo world: invented schools and people and several weeks of history, made through the code of real use."""

from app.demo.world import DEMO_PASSWORD, DemoLogins, fill, is_demo, logins, refresh

__all__ = ["DEMO_PASSWORD", "DemoLogins", "fill", "is_demo", "logins", "refresh"]
