"""The mentor's pages around the hour: the list, the board's code, the sheet, and who sees the hour's key."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from zoneinfo import ZoneInfo

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from app.db.models import Board
from app.domain.grading import asked
from app.domain.live import moves
from app.domain.questions import Choice
from app.work import boards, hours
from tests.support.forms import submit
from tests.support.hour import Hour
from tests.support.world import World

NOON = datetime(2026, 11, 26, 11, 0, tzinfo=UTC)
"""Far from midnight, and no demo hour is on its day unless the tests run on it."""
DAY = timedelta(days=1)


def words(page: TestResponse) -> str:
    """What is read on the page, with one space where it has any."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def listed(client: FlaskClient) -> dict[str, str]:
    """The parts of the list of hours by their ids, in words."""
    page = client.get("/present").text
    parts = re.findall(r'<section class="stack" aria-labelledby="(\w+)">(.*?)</section>', page, re.DOTALL)
    return {name: " ".join(unescape(re.sub(r"<[^>]+>", " ", part)).split()) for name, part in parts}


def plan(world: World, room: str, starts_at: datetime, who: str = "mentor", status: str = "planned") -> None:
    """An hour of class 8b in `room`, by which it is known on the list."""
    with world.session() as session, session.begin():
        live = hours.plan(
            session,
            group=world.group(session, "8b"),
            version=world.app.extensions["library"].modules["s2-phishing"].version,
            staff=[world.staff(session, who)],
            starts_at=starts_at,
            minutes=90,
            room=room,
        )
        if status == "running":
            boards.open_hour(session, live)


def said_of(part: str, room: str) -> str:
    """What stands behind the hour in `room`, up to the next one."""
    return part.partition(room)[2].partition("Nicht am Haken")[0].strip()


def test_the_list_tells_what_to_do_with_each_hour(world: World) -> None:
    plan(world, "R-soon", NOON + timedelta(hours=1))
    plan(world, "R-runs", NOON, status="running")
    plan(world, "R-missed", NOON - DAY)
    plan(world, "R-next", NOON + DAY)
    with time_machine.travel(NOON, tick=False):
        found = listed(world.client_for("mentor"))
    assert said_of(found["today"], "R-soon") == "Vorbereiten und öffnen"
    assert said_of(found["today"], "R-runs") == "Zur Fernbedienung"
    assert said_of(found["past"], "R-missed") == "Nicht gehalten."
    assert said_of(found["coming"], "R-next") == ""
    assert "Donnerstag, 26. November, 12:00 bis 13:30 · 8b · R-runs" in found["today"]


def test_the_day_of_an_hour_is_the_one_at_school(world: World) -> None:
    late = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)  # half past midnight in Berlin
    plan(world, "R-night", late)
    with time_machine.travel(NOON, tick=False):
        assert "R-night" in listed(world.client_for("mentor"))["coming"]


def test_everybody_sees_their_own_hours_only(world: World) -> None:
    plan(world, "R-mine", NOON)
    plan(world, "R-other", NOON, who="mentor_home")
    with time_machine.travel(NOON, tick=False):
        for who, mine, other in (("mentor", "R-mine", "R-other"), ("mentor_home", "R-other", "R-mine")):
            today = listed(world.client_for(who))["today"]
            assert mine in today
            assert other not in today
        assert "Heute ist keine Stunde geplant." in listed(world.client_for("coordinator"))["today"]


@pytest.fixture
def live(world: World) -> str:
    return world.todays_hour()


def pair(client: FlaskClient, live: str, code: str) -> TestResponse:
    return submit(client, f"/present/{live}", f"/present/{live}/pair", code=code)


def code_of(board: FlaskClient) -> str:
    """The code that a waiting board shows."""
    return str(board.post("/board/pairings", json={}, headers={"Origin": "http://localhost"}).get_json()["code"])


def test_a_code_of_no_board_stays_typed_and_leaves_the_hour_closed(
    world: World, client: FlaskClient, live: str
) -> None:
    wrong = f"{(int(code_of(client)) + 1) % 1_000_000:06d}"
    answer = pair(world.client_for("mentor"), live, wrong)
    assert answer.status_code == 404
    assert "Diesen Tafel-Code gibt es nicht." in words(answer)
    field = re.search(r'<input[^>]*name="code"[^>]*>', answer.text)
    assert field
    assert f'value="{wrong}"' in field[0]
    assert "autofocus" in field[0]
    assert client.get("/board/state").get_json() == {"paired": False}
    with world.session() as session:
        assert world.live(session, live).status == "planned"


def test_pairing_opens_the_hour_and_says_so(world: World, client: FlaskClient, live: str) -> None:
    mentor, code = world.client_for("mentor"), code_of(client)
    before = words(mentor.get(f"/present/{live}"))
    assert "Tafel noch nicht verbunden." in before
    assert "Noch nicht geöffnet" in before
    done = pair(mentor, live, f" {code[:3]} {code[3:]} ")  # typed as it is shown, in halves
    assert (done.status_code, done.location) == (302, f"/present/{live}")
    after = words(mentor.get(done.location))
    assert "Die Tafel ist verbunden." in after
    assert "Die Stunde läuft" in after
    with world.session() as session:
        code = world.live(session, live).join_code or ""
    assert f"Code zum Mitmachen: {code[:3]} {code[3:]}" in after


def test_after_the_end_no_board_gets_in_and_nothing_opens_again(world: World, client: FlaskClient) -> None:
    hour = Hour(world)
    mentor, code, page = world.client_for("mentor"), code_of(client), f"/present/{hour.key}"
    token = {"csrf_token": re.findall(r'name="csrf_token"[^>]*value="([^"]+)"', mentor.get(page).text)[0]}
    hour.make(moves.Start())
    hour.make(moves.Finish())
    seq = hour.live().seq
    late = mentor.post(f"{page}/pair", data={**token, "code": code})
    assert late.status_code == 409
    assert "Die Stunde ist zu Ende" in words(late)
    assert client.get("/board/state").get_json() == {"paired": False}
    again = mentor.post(f"{page}/open", data=token)
    assert (again.status_code, again.location) == (302, page)
    told = mentor.get(page)
    assert "Diese Stunde ist zu Ende." in words(told)
    assert "Wer da war" in words(told)
    assert f'action="{page}' not in told.text
    assert (hour.live().status, hour.live().seq) == ("finished", seq)
    with world.session() as session:
        assert session.scalars(select(Board).where(Board.live_id == hour.live().id)).all() == []


def test_who_opens_the_hour_gets_the_remote_and_the_right_to_steer(world: World, live: str) -> None:
    mentor, other, page = world.client_for("mentor"), world.client_for("mentor_home"), f"/present/{live}"
    assert mentor.get(f"{page}/remote").location == page  # there is nothing to steer yet
    assert submit(mentor, page, f"{page}/open").location == f"{page}/remote"
    with world.session() as session:
        first = world.live(session, live).holder_id
    assert first is not None
    assert submit(other, page, f"{page}/open").location == f"{page}/remote"
    with world.session() as session:
        assert world.live(session, live).holder_id == first


@pytest.mark.parametrize("minutes", [45, 90])
def test_the_sheet_has_all_that_the_hour_needs(world: World, live: str, minutes: int) -> None:
    module = world.app.extensions["library"].modules["s2-phishing"]
    with world.session() as session, session.begin():
        row = world.live(session, live)
        row.minutes, row.starts_at = minutes, NOON
        seed = row.seed
    page = world.client_for("mentor").get(f"/present/{live}/sheet")
    said = words(page)
    for slide in module.slides:
        assert slide.title in said
        assert " ".join(slide.say.split()) in said
        assert f"Aus der Ferne: {' '.join(slide.remote.split())}" in said
    lengths = [one.minutes_90 if minutes == 90 else one.minutes_45 for one in module.phases]
    starts = [
        NOON.astimezone(ZoneInfo("Europe/Berlin")) + timedelta(minutes=sum(lengths[:n])) for n in range(len(lengths))
    ]
    times = re.findall(r'class="ms__t">(\d+:\d+)<span>(\d+) min', page.text)
    assert times == [(f"{one:%H:%M}", str(length)) for one, length in zip(starts, lengths, strict=True)]
    assert said.count("Fällt weg, wenn die Zeit fehlt.") == sum(one.may_drop for one in module.phases)
    choices = [module.question(one.question) for one in module.slides if one.question]
    for question in (one for one in choices if isinstance(one, Choice)):
        entry = next(one for one in asked(question, seed).entries if one.id == question.right.id)
        assert f"{entry.letter}, {entry.text}" in said  # the letter that the board will show


def test_the_questions_on_paper_are_those_of_the_board(world: World, live: str) -> None:
    module = world.app.extensions["library"].modules["s2-phishing"]
    with world.session() as session:
        seed = world.live(session, live).seed
    said = words(world.client_for("mentor").get(f"/present/{live}/questions"))
    for slide in (one for one in module.slides if one.question):
        view = asked(module.question(slide.question), seed)
        assert view.prompt in said
        places = [said.index(one.text, said.index(view.prompt)) for one in view.entries]
        assert places == sorted(places)
    assert not [one.reason for one in module.questions if one.reason in said]


def test_only_staff_of_the_hour_read_its_key(world: World) -> None:
    hour = Hour(world)
    hour.make(moves.Start())
    key = hour.live().hour_key

    def reads(client: FlaskClient, path: str) -> bool:
        return key in re.sub(r"\s|&nbsp;|\\u00a0", "", client.get(path).text)  # it is written in halves

    for who in ("mentor", "mentor_home", "teacher", "co_teacher"):
        client = world.client_for(who)
        assert all(reads(client, f"/present/{hour.key}{page}") for page in ("", "/sheet"))
        assert not reads(client, "/present")
    for who in ("coordinator", "stranger", "pupil", "nobody"):
        client = world.client_for(who)
        pages = [f"/present/{hour.key}{page}" for page in ("", "/sheet", "/questions", "/remote")]
        assert not any(reads(client, page) for page in [*pages, "/present", "/learn", "/board", "/join"])
    for audience, client, page in (
        ("board", world.board_client(hour.key), "/board/show"),
        ("seats", world.device_client(hour.key, "pupil"), "/join/seat"),
        ("staff", world.client_for("mentor"), f"/present/{hour.key}/remote"),
    ):
        state = f"/live/{hour.key}/state?as={audience}"
        assert [client.get(page).status_code, client.get(state).status_code] == [200, 200]
        assert not reads(client, page)
        assert not reads(client, state)


def test_an_hour_without_activities_has_no_material(world: World, live: str) -> None:
    mentor = world.client_for("mentor")
    assert "material" not in mentor.get(f"/present/{live}").text
    assert "Diese Stunde braucht kein Material." in words(mentor.get(f"/present/{live}/material"))


def test_the_page_of_the_hour_says_one_sentence_a_slide_and_folds_the_rest(world: World, live: str) -> None:
    module = world.app.extensions["library"].modules["s2-phishing"]
    page = world.client_for("mentor").get(f"/present/{live}")
    html = " ".join(unescape(page.text).split())
    folded = re.findall(r'<details class="noted"><summary><b>(.*?)</b> (.*?)</summary>(.*?)</details>', html)
    said = [(one.title, " ".join(one.say.split())) for one in module.slides]
    assert [(title, say) for title, say, _ in folded] == said
    for (*_, rest), slide in zip(folded, module.slides, strict=True):
        assert f"<b>Aus der Ferne:</b> {' '.join(slide.remote.split())}" in rest
        assert rest.count("<p>") > 1  # and the notes themselves
    assert module.at_home in words(page)
    assert module.fascinating in words(page)
