"""Rendered slides are kept in a folder that anybody may delete or spoil at any time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest

from app.content import rendered
from app.content.markdown import HIDDEN
from app.content.rendered import Rendered, prepare
from tests.support.modules import small_module


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """Each test begins like a process that was just started."""
    rendered._kept.clear()
    yield
    rendered._kept.clear()


def only_file(folder: Path) -> Path:
    """The one file of the cache."""
    (file,) = folder.iterdir()
    return file


def test_all_texts_of_a_slide(tmp_path: Path) -> None:
    slides = Rendered(small_module(), tmp_path)
    assert slides.body("noch-da") == "<p>Was war der Mond?</p>\n"
    assert slides.home("noch-da") == "<p>Lies es <strong>noch</strong> einmal.</p>\n"
    assert slides.notes("noch-da") == "<p><strong>Dauer:</strong> 5 Minuten.</p>\n"
    assert slides.body("waehle") == ""
    assert "F-10: Sternwarte" in slides.body("quellen")
    assert f"{slides.body('ein-punkt')}" == slides.body("ein-punkt").__html__(), "templates must not escape it again"
    with pytest.raises(KeyError):
        slides.body("gibt-es-nicht")


def test_the_next_process_reads_what_the_first_one_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Rendered(small_module(), tmp_path).body("noch-da")
    rendered._kept.clear()
    monkeypatch.setattr(rendered, "_render", lambda *parts: pytest.fail("it was rendered again"))
    assert Rendered(small_module(), tmp_path).body("noch-da") == first


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"\xff\xfe", b"abc\n{}", b"half"])
def test_a_spoilt_file_is_made_again(spoilt: bytes, tmp_path: Path) -> None:
    first = Rendered(small_module(), tmp_path).body("noch-da")
    file = only_file(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if spoilt == b"half" else spoilt)
    rendered._kept.clear()
    assert Rendered(small_module(), tmp_path).body("noch-da") == first
    assert file.read_bytes() == whole


def test_changed_html_is_never_shown(tmp_path: Path) -> None:
    Rendered(small_module(), tmp_path).body("noch-da")
    file = only_file(tmp_path)
    file.write_text(file.read_text(encoding="utf-8").replace("Mond", "<b>Mond</b>"), encoding="utf-8")
    rendered._kept.clear()
    assert "<b>" not in Rendered(small_module(), tmp_path).body("noch-da")


def test_a_deleted_folder_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "instance" / "cache"
    Rendered(small_module(), folder).body("noch-da")
    only_file(folder).unlink()
    folder.rmdir()
    rendered._kept.clear()
    assert Rendered(small_module(), folder).body("noch-da")
    assert only_file(folder).suffix == ".json"


def test_without_a_folder_it_is_simply_rendered(tmp_path: Path) -> None:
    file = tmp_path / "no folder"
    file.touch()
    assert Rendered(small_module(), file).body("noch-da") == "<p>Was war der Mond?</p>\n"


def test_another_renderer_makes_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Rendered(small_module(), tmp_path).body("noch-da")
    monkeypatch.setattr(rendered, "_RENDERER", "newer")
    rendered._kept.clear()
    Rendered(small_module(), tmp_path).body("noch-da")
    assert len(list(tmp_path.iterdir())) == 2


def test_a_fact_that_is_due_leaves_a_neutral_line(tmp_path: Path) -> None:
    module = small_module()
    [fact] = module.facts
    for day, shown in ((fact.check_by, True), (fact.check_by + timedelta(days=1), False)):
        slides = Rendered(module, tmp_path, day)
        for slide, part in (("rund", slides.body), ("rund", slides.reading), ("quellen", slides.body)):
            assert (fact.source.body in part(slide), HIDDEN in part(slide)) == (shown, not shown)
    assert Rendered(module, tmp_path, fact.check_by).body("noch-da") == slides.body("noch-da")


def test_the_start_renders_a_year_ahead(tmp_path: Path) -> None:
    module = small_module()
    [fact] = module.facts
    prepare([module], tmp_path / "near", fact.check_by)
    assert len(list((tmp_path / "near").iterdir())) == 2, "with the fact and without"
    prepare([module], tmp_path / "far", fact.check_by - timedelta(days=400))
    assert len(list((tmp_path / "far").iterdir())) == 1
    prepare([module], tmp_path / "over", fact.check_by + timedelta(days=1))
    [hidden] = (tmp_path / "over").iterdir()
    before = hidden.stat().st_mtime_ns
    prepare([module], tmp_path / "over", fact.check_by + timedelta(days=1))
    assert hidden.stat().st_mtime_ns == before, "it was made again"


def test_many_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    seen: list[str] = []

    def look() -> None:
        rendered._kept.clear()
        seen.append(Rendered(small_module(), tmp_path).body("noch-da"))

    threads = [Thread(target=look) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert set(seen) == {"<p>Was war der Mond?</p>\n"}
    assert len(seen) == 8
    assert only_file(tmp_path).suffix == ".json"
