"""Settings come from the environment, each with a default and a line of help."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from app.config import Settings, describe


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.from_env({}) == Settings()
    assert Settings.from_env({"PORT": "  ", "PUBLIC_URL": ""}) == Settings()


def test_values_are_read_by_their_type(tmp_path: Path) -> None:
    found = Settings.from_env({"PORT": "9000", "TECHTEENS_DEMO": "no", "TECHTEENS_INSTANCE": str(tmp_path)})
    assert (found.port, found.demo, found.instance) == (9000, False, tmp_path)


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("PORT", "eighty"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("TECHTEENS_DEMO", "maybe"),
        ("PUBLIC_URL", "techteens.example"),
        ("PUBLIC_URL", "ftp://techteens.example"),
        ("PUBLIC_URL", "https://techteens.example/school"),
    ],
)
def test_a_wrong_value_names_its_variable(variable: str, text: str) -> None:
    with pytest.raises(ValueError, match=f"{variable}.*{text}"):
        Settings.from_env({variable: text})


@pytest.mark.parametrize("address", ["mysql://u:secret@h/d", "h:5432/secret"])
def test_a_database_of_another_kind_is_refused_without_showing_its_password(address: str) -> None:
    with pytest.raises(ValueError, match="DATABASE_URL") as refused:
        Settings.from_env({"DATABASE_URL": address})
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("postgres://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg://u@h/d"),
        ("sqlite:///x.db", "sqlite:///x.db"),
    ],
)
def test_the_database_address_is_made_fit_for_the_driver(given: str, url: str) -> None:
    assert Settings(database_url=given).url == url


def test_without_an_address_the_database_lies_in_the_instance(tmp_path: Path) -> None:
    assert Settings(instance=tmp_path).url == f"sqlite:///{tmp_path}/techteens.sqlite3"


@pytest.mark.parametrize(
    ("url", "secure"),
    [("", False), ("http://a.example", False), ("https://a.example", True), ("HTTPS://a.example", True)],
)
def test_the_public_address_decides_about_https(url: str, secure: bool) -> None:
    assert Settings(public_url=url).secure == secure


def test_the_secret_key_is_made_once_and_for_the_owner_only(tmp_path: Path) -> None:
    settings = Settings(instance=tmp_path / "new")
    key = settings.load_secret_key()
    assert len(key) >= 40
    assert settings.load_secret_key() == key
    assert stat.S_IMODE((tmp_path / "new" / "secret_key").stat().st_mode) == 0o600
    assert Settings(instance=tmp_path / "new", secret_key="given").load_secret_key() == "given"


def test_every_setting_has_a_line_of_help_and_a_name_of_its_own() -> None:
    rows = describe()
    assert all(help_ for _, _, help_ in rows)
    assert len({variable for variable, _, _ in rows}) == len(rows)
    own = {"HOST", "PORT", "DATABASE_URL", "PUBLIC_URL"}
    assert all(variable in own or variable.startswith("TECHTEENS_") for variable, _, _ in rows)
