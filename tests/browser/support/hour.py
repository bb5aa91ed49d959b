"""One hour as people live it, in chapters: the same steps for today's Chromium and for Chromium 80.

mentor: a phone · board · phone_1, phone_2: guests · pupil: Mila's phone, with her card · home: the same in the evening
· teacher: a laptop. Two more pupils have no phone and show their hands.
"""

from __future__ import annotations

from tests.browser.support.journey import Step

STORED = ".outbox[data-state=stored]"
SENDING = ".outbox[data-state=sending]"
HAND_IN = "[data-hand-in]"
TO_MODULE = "[aria-label='Zurück zum Modul']"
PHONES = ("phone_1", "phone_2", "pupil")


def sign_in(who: str, email: str) -> tuple[Step, ...]:
    """A member of staff signs in with e-mail and password."""
    return (
        Step(who, "go", "/"),
        Step(who, "tap", "a", "Für Lehrkräfte und Team"),
        Step(who, "land", "/login"),
        Step(who, "fill", "#email", email),
        Step(who, "fill", "#password", "{password}"),
        Step(who, "tap", "main button", "Anmelden"),
    )


def onward(who: str, *labels: str) -> tuple[Step, ...]:
    """The mentor's one big button, each time it says what comes next."""
    return tuple(Step(who, "tap", "#next:not([disabled])", label) for label in labels)


PAIRING = (
    *sign_in("mentor", "{mentor}"),
    Step("mentor", "see", "h1", "Stunden"),
    Step("mentor", "tap", "section[aria-labelledby=today] a", "Nicht am Haken"),
    Step("mentor", "see", "h1", "Nicht am Haken"),
    Step("board", "go", "/"),
    Step("board", "tap", "a", "Tafel"),
    Step("board", "land", "/board"),
    Step("board", "keep", "#code", "pairing"),
    Step("mentor", "fill", "#code", "{pairing}"),
    Step("mentor", "tap", "button", "Tafel verbinden"),
    Step("mentor", "see", ".notice", "Die Tafel ist verbunden."),
    Step("board", "land", "/board/show"),
    Step("board", "keep", ".joincode__n", "join"),
    Step("mentor", "tap", "button", "Zur Fernbedienung"),
    Step("mentor", "see", ".steer", "Du steuerst"),
    Step("mentor", "miss", ".topbar", "Noch keine Tafel"),
)
"""Steps 2 of the hour: the mentor signs in and types the code that the board shows."""

JOINING = (
    # by the front page and the typed code
    Step("phone_1", "go", "/"),
    Step("phone_1", "tap", "a", "Mitmachen"),
    Step("phone_1", "see", ".privacy", "niemand sieht, wer was geantwortet hat"),
    Step("phone_1", "fill", "#code", "{join}"),
    Step("phone_1", "tap", "main button", "Mitmachen"),
    Step("phone_1", "land", "/join/seat"),
    # by the address that the QR code on the board holds
    Step("phone_2", "go", "/mit?code={join}"),
    Step("phone_2", "tap", "main button", "Mitmachen"),
    Step("phone_2", "land", "/join/seat"),
    # with a card, so that the hour counts
    Step("pupil", "go", "/join?code={join}"),
    Step("pupil", "tap", "a", "Ich habe meine Karte dabei"),
    Step("pupil", "fill", "#word", "{word}"),
    Step("pupil", "fill", "#pin", "{pin}"),
    Step("pupil", "tap", "main button", "Anmelden"),
    Step("pupil", "see", ".privacy", "Mila"),
    Step("pupil", "tap", "main button", "Mitmachen"),
    Step("pupil", "land", "/join/seat"),
    Step("board", "see", ".joincode__c", "3 Handys sind dabei"),
    # asked once: three phones and two who show their hands
    Step("mentor", "fill", "#present", "5"),
    Step("mentor", "tap", "button", "Merken"),
    Step("board", "see", ".joincode__c", "3 von 5 sind da"),
)

STEPPING = (
    *onward("mentor", "Starten"),
    Step("board", "see", "h1", "Was weißt du noch?"),
    Step("mentor", "see", ".note", "Wir fangen mit dem an, was ihr schon könnt."),
    Step("mentor", "see", ".plan", "Folie 1 von"),
    Step("mentor", "see", ".next", "Dein Paket wartet"),
    *onward("mentor", "Weiter"),
    Step("board", "see", "h1", "Dein Paket wartet"),
    # whoever stands at the board steps too: by touch, by clicker
    Step("board", "tap", "[data-way=next]", "Weiter"),
    Step("board", "see", "h1", "Was ist Phishing?"),
    Step("mentor", "see", "h1", "Was ist Phishing?"),
    Step("board", "press", "PageDown"),
    Step("board", "see", "h1", "Vier Druck-Mittel"),
    Step("board", "press", "PageUp"),
    Step("board", "see", "h1", "Was ist Phishing?"),
    Step("board", "press", "ArrowRight"),
    Step("board", "see", "h1", "Vier Druck-Mittel"),
    Step("mentor", "see", "h1", "Vier Druck-Mittel"),
    *onward("mentor", "Weiter"),
    Step("board", "see", "h1", "Was sagt das Schloss?"),
    Step("mentor", "see", "h1", "Was sagt das Schloss?"),
    *onward("mentor", "Weiter"),
    Step("board", "see", "h1", "Drei Schritte"),
    Step("mentor", "see", "h1", "Drei Schritte"),
    *onward("mentor", "Weiter"),
    Step("board", "see", "h1", "Welche Zeilen machen Druck?"),
)
"""Step 3: from the phone, at the board, with keys."""

TOO_FEW = (
    *onward("mentor", "Frage öffnen"),
    Step("board", "see", ".bcount", "0 von 5 haben geantwortet"),
    *(
        step
        for who in PHONES
        for step in (
            Step(who, "tap", ".hot", "In 2 Stunden geht es zurück."),
            Step(who, "tap", ".hot", "Sonst zahlst du 40 Euro."),
            Step(who, "tap", HAND_IN),
            Step(who, "see", STORED),
        )
    ),
    Step("board", "see", ".bcount", "3 von 5 haben geantwortet"),
    *onward("mentor", "Frage schließen"),
    Step("board", "see", ".talk", "3"),
    *onward("mentor", "Ergebnis zeigen"),
    Step("board", "see", "h1", "Noch zu wenige Stimmen"),
    Step("board", "see", ".few__s", "Ergebnis ab 5"),
    *onward("mentor", "Auflösen"),
    Step("board", "see", ".why", "Zwei Zeilen arbeiten mit Gefühl, mit Eile und mit Angst."),
    *(Step(who, "see", "main", "Zwei Zeilen arbeiten mit Gefühl") for who in PHONES),
)
"""Three votes make no result; the solution may be shown all the same."""


def unasked(*titles: str) -> tuple[Step, ...]:
    """Questions that nobody answers are asked and solved at the board, which wants a second tap for both."""
    twice = ("Schließen", "Wirklich schließen?", "Ergebnis", "Auflösen", "Wirklich auflösen?")
    return tuple(
        step
        for title in titles
        for step in (
            Step("board", "tap", "[data-way=next]", "Weiter"),
            Step("board", "see", "h1", title),
            *(Step("board", "tap", "[data-way=next]", label) for label in ("Frage öffnen", *twice)),
            Step("board", "see", ".why"),
        )
    )


SORTING = (
    *unasked("Welche Zeilen machen Druck?", "Welche Zeilen machen Druck?"),
    Step("board", "tap", "[data-way=next]", "Weiter"),
    Step("board", "see", "h1", "Was passt zu welcher Nachricht?"),
    Step("board", "tap", "[data-way=next]", "Frage öffnen"),
    *(
        step
        for card, pile in (
            ("Gewinn ohne Teilnahme", "loeschen"),
            ("Konto heute gesperrt", "pruefen"),
            ("Freundin will Code", "pruefen"),
            ("Training fällt aus", "glauben"),
            ("Ausgeliehenes Buch fällig", "glauben"),
        )
        for step in (
            Step("phone_1", "tap", "[data-pool] button", card),
            Step("phone_1", "tap", f"[data-drop={pile}]"),
        )
    ),
    Step("phone_1", "tap", HAND_IN),
    Step("phone_1", "see", STORED),
    Step("board", "see", ".bcount", "1 von 5 haben geantwortet"),
    *onward("mentor", "Frage schließen", "Ergebnis zeigen", "Auflösen"),
    Step("board", "see", ".bsolved", "Training fällt aus"),
    *onward("mentor", "Weiter"),
    Step("board", "see", "h1", "Der Eilbote"),
    Step("mentor", "see", "h1", "Der Eilbote"),
    *onward("mentor", "Weiter"),
    Step("board", "see", "h1", "Wer gut aufpasst, fällt nicht herein."),
)

HANDS = (
    *onward("mentor", "Frage öffnen"),
    Step("board", "see", ".bcount", "0 von 5 haben geantwortet"),
    Step("mentor", "tap", ".rtool:not([disabled])", "Hände"),
    Step("board", "see", "h1", "Überlege still."),
    Step("board", "see", ".bmain--still", "Auf drei zeigen alle gleichzeitig."),
    *onward("mentor", "Zählen"),
    Step("board", "see", "h1", "Wie viele zeigen A?"),
    # a number pad for each option: one hand each for A and B
    Step("mentor", "tap", "[data-digit='1']"),
    Step("mentor", "tap", "[data-go]"),
    Step("board", "see", ".hc__sum", "1 von 5 gezählt"),
    Step("mentor", "tap", "[data-digit='1']"),
    Step("mentor", "tap", "[data-go]"),
    Step("board", "see", ".hc__sum", "2 von 5 gezählt, 3 fehlen"),
    Step("mentor", "tap", "button", "Fertig gezählt"),
    Step("board", "see", ".bcount", "2 von 5 haben geantwortet"),
)

ANSWERING = (
    Step("phone_1", "tap", ".option", "Nein, es passiert vielen"),
    Step("phone_1", "tap", HAND_IN),
    Step("phone_1", "see", STORED),
    Step("phone_2", "tap", ".option", "Ja, Aufpassen reicht aus"),
    Step("phone_2", "tap", HAND_IN),
    Step("phone_2", "see", STORED),
    Step("board", "see", ".bcount", "4 von 5 haben geantwortet"),
)

IN_THE_DARK = (
    Step("board", "see", ".netbar", "Kein Netz"),
    Step("pupil", "tap", ".option", "Nein, es passiert vielen"),
    Step("pupil", "tap", HAND_IN),
    Step("pupil", "see", SENDING),
)
"""The server is gone; somebody answers all the same."""

BACK_AGAIN = (
    Step("pupil", "see", STORED),
    Step("phone_1", "see", STORED),
    Step("phone_2", "see", STORED),
    Step("board", "see", ".bcount", "5 von 5 haben geantwortet"),
    Step("board", "see", "h1", "Wer gut aufpasst, fällt nicht herein."),
    Step("board", "miss", ".netbar"),
    Step("mentor", "see", ".steer", "Du steuerst"),
    Step("mentor", "see", "h1", "Reicht Aufpassen?"),
)
"""Everybody is where they were, with every answer."""

RESULT = (
    *onward("mentor", "Frage schließen", "Ergebnis zeigen"),
    Step("board", "see", "h1", "So habt ihr gestimmt"),
    Step("board", "see", ".histo__row", "Nein, es passiert vielen"),
    Step("board", "miss", ".why"),
    *onward("mentor", "Auflösen"),
    Step("board", "see", "[data-correct]", "Nein, es passiert vielen"),
    Step("board", "see", ".why", "Alle sind mal müde, abgelenkt oder in Eile."),
    *(Step(who, "see", "main", "Alle sind mal müde, abgelenkt oder in Eile.") for who in PHONES),
)

ENDING = (
    *(
        step
        for title in ("Ein großer Versuch", "Schutz für müde Tage", "Passwort auf falscher Seite eingegeben")
        for step in (
            Step("board", "tap", "[data-way=next]", "Weiter"),
            Step("board", "see", "h1", title),
        )
    ),
    Step("board", "tap", "[data-way=next]", "Frage öffnen"),
    Step("phone_2", "tap", "[data-by='1']:not([disabled])"),
    Step("phone_2", "tap", HAND_IN),
    Step("phone_2", "see", STORED),
    *(
        Step("board", "tap", "[data-way=next]", label)
        for label in ("Schließen", "Wirklich schließen?", "Ergebnis", "Auflösen", "Wirklich auflösen?")
    ),
    Step("board", "see", ".blines", "Falsche Seite schließen"),
    *(
        step
        for title in ("Falsch geklickt?", "Wer hält dagegen?", "Da wäre ich fast hereingefallen.")
        for step in (
            Step("board", "tap", "[data-way=next]", "Weiter"),
            Step("board", "see", "main", title),
        )
    ),
    # hands alone, counted at the board: numbers for one option, the rest for the last
    Step("board", "tap", "[data-way=next]", "Weiter"),
    Step("board", "see", "h1", "Eine Seite zeigt Schloss und https."),
    Step("board", "tap", "[data-way=next]", "Frage öffnen"),
    Step("board", "tap", "[data-move=think]", "Hände zählen"),
    Step("board", "tap", "[data-way=next]", "Zählen"),
    Step("board", "tap", "[data-digit='2']"),
    Step("board", "tap", "[data-do=go]"),
    Step("board", "see", ".hc__sum", "2 von 5 gezählt, 3 fehlen"),
    Step("board", "press", "1"),
    Step("board", "press", "Enter"),
    Step("board", "see", ".hc__sum", "3 von 5 gezählt, 2 fehlen"),
)
"""On to the last questions, all from the board."""

AT_HOME = (
    Step("home", "go", "/card#{secret}"),
    Step("home", "land", "/learn"),
    Step("home", "tap", "a.card", "Nicht am Haken"),
    Step("home", "tap", TO_MODULE),
    Step("home", "see", "h1", "Nicht am Haken"),
    Step("home", "tap", ".toc a", "Was sagt das Schloss?"),
    Step("home", "see", ".prose", "Auch falsche Seiten haben ein Schloss."),
    Step("home", "tap", "main a", "Weiter"),
    Step("home", "see", ".prose", "Leg das Handy kurz weg"),
    Step("home", "tap", TO_MODULE),
    Step("home", "tap", ".toc a", "Frage 1: Das Schloss"),
    Step("home", "tap", ".option", "Die Seite ist echt"),
    Step("home", "tap", ".seg label", "Ganz sicher"),
    Step("home", "tap", HAND_IN),
    Step("home", "land", "/learn/attempt/"),
    Step("home", "see", ".feedback", "Schloss heißt echt"),
    Step("home", "see", ".feedback", "Du warst dir ganz sicher."),
    Step("home", "see", ".feedback", "Beim nächsten Mal:"),
    Step("home", "go", "/learn/progress"),
    Step("home", "see", "h1", "Mein Stand"),
    Step("home", "see", ".path", "Eine Seite zeigt Schloss und https."),
)
"""Step 5, by the link on the card."""

TEACHING = (
    *sign_in("teacher", "{teacher}"),
    Step("teacher", "tap", "nav a", "Klassen"),
    Step("teacher", "tap", "main a", "8b"),
    Step("teacher", "see", ".heat", "Mila"),
    Step("teacher", "tap", ".heat a", "Mila"),
    Step("teacher", "see", "h1", "Mila"),
    Step("teacher", "see", ".table tr:first-child td", "Eine Seite zeigt Schloss und https."),
    Step("teacher", "see", ".table tr:first-child td", "ganz sicher"),
    Step("teacher", "see", ".table td", "in der Stunde"),
)
"""Step 6: the class, and one pupil with the answers of today."""
