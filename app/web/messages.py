"""The German words for the codes that domain, work and access raise."""

from __future__ import annotations

from datetime import timedelta

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from flask_babel.speaklater import LazyString

MESSAGES: dict[str, LazyString] = {
    # moves in a live session
    "finished": _l("Diese Stunde ist zu Ende."),
    "not-started": _l("Die Stunde hat noch nicht angefangen. Tippe auf Starten."),
    "no-slide": _l("Diese Folie gibt es nicht."),
    "no-question": _l("Auf dieser Folie steht keine Frage."),
    "not-open": _l("Die Frage ist gerade nicht offen."),
    "not-closed": _l("Erst die Frage schließen, dann geht es weiter."),
    "too-many": _l("So viele sind nicht da. Prüfe die Zahl der Anwesenden."),
    "no-option": _l("Für diese Frage lassen sich keine Hände zählen."),
    "no-present": _l("Sag zuerst, wie viele da sind."),
    "already": _l("Das ist schon geschehen."),
    "unknown-move": _l("Das kennt der Server nicht. Lade die Seite neu."),
    "bad-move": _l("Da fehlt etwas. Lade die Seite neu und versuch es noch mal."),
    "stale": _l("Jemand war schneller. Schau noch mal hin."),
    "not-holder": _l("Gerade steuert jemand anderes. Übernimm die Steuerung, wenn du dran bist."),
    "staff-only": _l("Das geht nur am Gerät von Lehrkraft oder Team."),
    "board-locked": _l("Die Tafel ist gesperrt. Am Gerät von Lehrkraft oder Team geht es weiter."),
    "unknown-text": _l("Diesen Text gibt es hier nicht mehr. Vielleicht hat ihn schon jemand weitergegeben."),
    # boards
    "unknown-code": _l(
        "Diesen Tafel-Code gibt es nicht. Ein Code gilt nur einmal. Schau, was jetzt auf der Tafel steht."
    ),
    "unknown-key": _l("Diesen Schlüssel gibt es nicht. Vergleiche ihn mit dem Blatt."),
    "other-day": _l("Dieser Schlüssel gilt nur am Tag der Stunde."),
    "over": _l("Diese Stunde ist schon zu Ende."),
    "origin": _l("Unter dieser Adresse geht das nicht. Nimm die Adresse, die beim Start des Servers steht."),
    # cards
    "unknown-link": _l("Diese Karte gilt nicht mehr. Bitte deine Lehrkraft um eine neue."),
    "wrong-pin": _l("Wort und PIN passen nicht zusammen. Schau auf deine Karte und versuch es noch mal."),
    # joining
    "no-hour": _l("Diesen Code gibt es gerade nicht. Schau auf die Tafel und tippe die sechs Ziffern noch mal."),
    "hour-over": _l("Diese Stunde ist schon zu Ende. Läuft eine neue, steht ihr Code auf der Tafel."),
    # answers
    "unknown": _l("Dieser Platz gehört nicht mehr zur Stunde. Frag im Raum nach einem neuen Code."),
    "gone": _l("Diese Stunde ist zu Ende. Die Antwort wird nicht mehr gezählt."),
    "bad": _l("Diese Antwort passt nicht zur Frage. Lade die Seite neu und antworte noch mal."),
    "sign-in": _l("Deine Anmeldung ist abgelaufen. Melde dich noch mal an."),
}


def wait_message(wait: timedelta) -> str:
    """What a locked card or board says: how long to wait, and that help is in the room."""
    return str(_l("Zu viele Versuche. Warte %(span)s oder hol dir im Raum Hilfe.", span=span(wait)))


def span(wait: timedelta) -> str:
    """ "30 Sekunden", "2 Minuten": rounded up, so that whoever waits so long need not wait again."""
    seconds = int(wait.total_seconds()) + 1
    if seconds < 90:
        return str(ngettext("%(num)d Sekunde", "%(num)d Sekunden", seconds))
    return str(ngettext("%(num)d Minute", "%(num)d Minuten", -(-seconds // 60)))
