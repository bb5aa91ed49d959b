"""The table of pages that the tests here look at leaves none out."""

from __future__ import annotations

from flask import Flask

from tests.browser.support.pages import NO_PAGES, PAGES


def test_the_table_names_every_endpoint_that_answers_a_get(app: Flask) -> None:
    found = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    named = {page.endpoint for page in PAGES if page.endpoint != "error"} | set(NO_PAGES)
    assert found == named
