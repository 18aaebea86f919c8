"""Quotation marks: which belong together, and what becomes of those that have lost their partner."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stimmlage as sl
from stimmlage.quotation.marks import Mark, find_marks
from stimmlage.reading.segmentation import read_text


def marks_of(text: str) -> tuple[list[Mark], list[str]]:
    """Find the marks of a text; its paragraphs are parted by `|`."""
    document = read_text(text.replace("|", "\n\n"))
    paragraph = [s.paragraph_id for s in document.sentences for _ in range(s.first, s.stop)]
    word = document.tokens.word
    return find_marks(document.tokens, paragraph, lambda first, stop: "sagte" in word[first:stop]), word


def pairs(text: str) -> list[str]:
    marks, word = marks_of(text)
    return [" ".join(word[m.opened : m.closed + 1]) for m in marks if not m.lost]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er sagt „ja“.", ["„ ja “"]),
        ("„Eins.|„Zwei.“|„Drei.|„Vier.“", ["„ Eins . „ Zwei . “", "„ Drei . „ Vier . “"]),
        ("„Eins.|Zwei.“|„Drei.“|Vier.", ["„ Eins . Zwei . “", "„ Drei . “"]),
        ("„Eins.|Zwei.“|Drei.“", ["„ Eins . Zwei . “"]),
        ("Er sagt „ja”.", ["„ ja ”"]),
        ('Er sagt „ja".', ['„ ja "']),
        ('Er sagt "ja".', ['" ja "']),
        ("Er sagt “ja”.", ["“ ja ”"]),
        ("Er sagt ”ja”.", ["” ja ”"]),
        ("Er sagt «ja» und «nein».", ["« ja »", "« nein »"]),
        ("Er sagt »ja« und »nein«.", ["» ja «", "» nein «"]),
        ("Er sagt »ja« und » nein «.", ["» ja «", "» nein «"]),
        ("Er sagt « ja » und «nein».", ["« ja »", "« nein »"]),
        ("Er sagt ‚ja‘.", ["‚ ja ‘"]),
        ("Er sagt ›ja‹.", ["› ja ‹"]),
        ("Er sagt 'ja'.", ["' ja '"]),
        ("Er sagt `ja´.", ["` ja ´"]),
        ("Er sagt ``ja''.", ["`` ja ''"]),
        ('Er sagt " ja ".', ['" ja "']),
        ('Sie kam ("nein"), er ging.', ['" nein "']),
        ("„Er rief ‚nein‘“, sagte sie.", ["„ Er rief ‚ nein ‘ “", "‚ nein ‘"]),
        ("«Er rief ‹nein›», sagte sie.", ["« Er rief ‹ nein › »", "‹ nein ›"]),
        ("„Er rief „nein“ laut“, sagte sie.", ["„ Er rief „ nein “ laut “", "„ nein “"]),
        ("„Er rief ‚nein“, sagte sie.", ["„ Er rief ‚ nein “"]),
        ('„Ja", sagte sie, „nein" er. "Und das', ['„ Ja "', '„ nein "']),
        ('„Ja", sagte sie. "Nein", sagte er. "Gut", sagte sie.', ['„ Ja "', '" Nein "', '" Gut "']),
        ('„Ja“, sagte sie. "Nein", sagte er.', ["„ Ja “", '" Nein "']),
        ('„Sein 17" blieb", sagte sie.', ['„ Sein 17 " blieb "']),
        ("Kein Zeichen.", []),
        ("Nur zu“.", []),
    ],
)
def test_pairs(text, expected):
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Der 27"-Schirm ist da. "Ja", sagte er.', ['" Ja "']),
        ('Der 27" große Schirm ist da. "Ja", sagte er.', ['" Ja "']),
        ('"Der Schirm hat 27" und passt", sagte er.', ['" Der Schirm hat 27 " und passt "']),
        ('"Ich bin 27", sagte er.', ['" Ich bin 27 "']),
        ("Andreas' Laden läuft, Moritz' Haus steht.", []),
        ("Sie hat 'ne Idee, und Andreas' Laden läuft.", []),
        ("Es liegt auf 54° 12' Nord und 8° 3' Ost.", []),
        ("Jonas’ Schwester und Felix’ Bruder.", []),
        ("Sie sagte ‚nein’.", ["‚ nein ’"]),
        ("Das “Ja„ galt.", []),
        ('Ein Wort"teil steht da. "Ja", sagte er.', ['" Ja "']),
    ],
)
def test_inch_signs_and_apostrophes_are_no_marks(text, expected):
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # opened again at each paragraph
        ("Er sagte: „Eins.|„Zwei.|„Drei.“|Dann ging er.", ["„ Eins . „ Zwei . „ Drei . “"]),
        ("«Eins.|«Zwei.»", ["« Eins . « Zwei . »"]),
        # closed only at the end
        ("Er sagte: „Eins.|Zwei.|Drei.“|Dann ging er.", ["„ Eins . Zwei . Drei . “"]),
        # the frame stands in between: the first was not closed, the second is one of its own
        ("„Eins, sagte sie.|„Zwei“, sagte er.", ["„ Zwei “"]),
        ("„Eins, sagte sie.|Zwei.“", []),
        # not at the end of its paragraph, or with other marks before it
        ("„Eins.|Zwei“, sagte er. Er ging.", []),
        ("„Eins.|„Zwei“, sagte er. Drei.“", ["„ Zwei “"]),
    ],
)
def test_quotations_over_paragraphs(text, expected):
    assert pairs(text) == expected


def test_a_letter_ends_somewhere():
    words = "Wort " * 1600
    assert pairs(f"„Eins.|{words}.“") == []
    assert pairs(f"„{words[:1500]}“ „{words[:2500]}“") == [f"„ {words[:1500].strip()} “"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Eins und zwei.", [("„", "mark not closed")]),
        ("Eins und zwei.“", [("“", "mark not opened")]),
        ("„Eins. „Zwei“, sagte er.", [("„", "mark not closed")]),
        ("„Eins ‚zwei“, sagte er.", [("‚", "mark not closed")]),
        ("„Eins.|Zwei.|„Drei.|Vier.", [("„", "mark not closed"), ("„", "mark not closed")]),
        ("Andreas' Laden.", []),
    ],
)
def test_lost_marks_say_so(text, expected):
    marks, word = marks_of(text)
    assert [(word[m.opened], m.problem) for m in marks if m.lost] == expected


def test_depth_counts_the_marks_around():
    marks, _ = marks_of("„Er rief ‚nein‘ und ging“, sagte sie. „Ja“, sagte er.")
    assert [m.depth for m in marks] == [0, 1, 0]


def test_a_pair_over_a_lost_mark_says_so():
    marks, _ = marks_of("„Er rief ‚nein“, sagte sie.")
    assert [m.problem for m in marks if not m.lost] == ["inner mark not closed"]


UNBALANCED = [
    "wir kommen nicht«, sagte Ute Kern. »Das ist gut so«, sagte Anna Berg. »Wir warten noch«, sagte Ute Kern.",
    "Ute Kern lehnt das ab.“ „Das ist gut so“, sagte Anna Berg. „Wir warten noch“, sagte Ute Kern.",
    "Er schrieb: „Wir kommen. Anna Berg lehnte ab. „Das ist gut so“, sagte sie. „Wir warten noch“, sagte Ute Kern.",
    'Der 32"-Schirm ist teuer. "Das ist gut so", sagte Anna Berg. "Wir warten noch", sagte Ute Kern.',
    'Ein " steht hier. "Das ist gut so", sagte Anna Berg. "Wir warten noch", sagte Ute Kern.',
    '"Das ist gut so", sagte Anna Berg. "Wir gehen, sagte Ute Kern. "Wir warten noch", sagte Ute Kern.',
    '"Das ist gut so", sagte Anna Berg. Wir gehen", sagte Ute Kern. "Wir warten noch", sagte Ute Kern.',
    "„Wir gehen, sagte Ute Kern.\n\n„Das ist gut so“, sagte Anna Berg. „Wir warten noch“, sagte Ute Kern.",
    "«Das ist gut so», sagte Anna Berg. Wir gehen», sagte Ute Kern. «Wir warten noch», sagte Ute Kern.",
    "“Das ist gut so”, sagte Anna Berg. Er ging”, sagte Ute Kern. “Wir warten noch”, sagte Ute Kern.",
    "‚Das ist gut so‘, sagte Anna Berg. ‚Er ging, sagte Ute Kern. ‚Wir warten noch‘, sagte Ute Kern.",
    "Andreas' Hund bellt. 'Das ist gut so', sagte Anna Berg. 'Wir warten noch', sagte Ute Kern.",
]


@pytest.mark.parametrize("text", UNBALANCED)
def test_one_stray_mark_turns_nothing_inside_out(text):
    found = sl.from_text(text).quotations.query("type == 'direct' and rule != 'mark'")
    said = [re.sub(r"[^\w ]", "", t) for t in found["text"]]
    assert list(zip(said, found["speaker"])) == [("Das ist gut so", "Anna Berg"), ("Wir warten noch", "Ute Kern")]


STYLES = ["„“", "»«", "«»", '""', "“”", "‚‘", "›‹"]
PARTS = [  # `[` and `]` stand for the marks
    "[Der Damm ist alt], sagte Anna Berg.",
    "Anna Berg sagte: [Wir bauen neu.]",
    "Der Rat tagt am Montag in Lunden.",
    "[Das kostet Geld], klagte Jan Kern, [und Zeit.]",
    "Kern nannte das [eine Zumutung].",
    "Am Abend fiel Regen auf den Hafen.",
]


def without_marks(text: str) -> list[tuple[str, bool]]:
    """Give the words of a text with `[` and `]` in order, each with whether it is speech."""
    found, inside = [], False
    for piece in re.findall(r"[\[\]]|\w+", text):
        if piece in "[]":
            inside = piece == "["
        else:
            found.append((piece, inside))
    return found


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=6),
    st.sampled_from(STYLES),
    st.sampled_from([" ", "\n\n"]),
    st.sampled_from(["insert", "delete"]),
    st.integers(0, 10**6),
)
def test_no_word_of_the_author_becomes_direct_speech(parts, style, between, change, place):
    right = between.join(parts)
    truth = without_marks(right)
    text = right.replace("[", style[0]).replace("]", style[1])
    marked = [i for i, c in enumerate(text) if c in style]
    if change == "delete" and marked:
        at = marked[place % len(marked)]
        text = text[:at] + text[at + 1 :]
    elif change == "insert":
        at = place % (len(text) + 1)
        text = text[:at] + style[place % 2] + text[at:]
    found = sl.from_text(text).quotations.query("type == 'direct'")
    speech = [any(a <= m.start() < b for spans in found["spans"] for a, b in spans) for m in re.finditer(r"\w+", text)]
    words = re.findall(r"\w+", text)
    if len(words) == len(truth):  # no mark was set inside a word
        author = [w for w, said, (_, is_speech) in zip(words, speech, truth) if said and not is_speech]
        assert not author, text


@given(st.lists(st.sampled_from(["„", "“", "”", '"', "«", "»", "‚", "‘", "'", "a", "B", ".", "|"]), max_size=40))
def test_pairs_stand_inside_each_other_or_apart(pieces):
    marks, word = marks_of(" ".join(pieces))
    assert all(0 <= m.opened <= m.closed < len(word) for m in marks)
    sound = [m for m in marks if not m.lost]
    for m in sound:
        for n in sound:
            assert not m.opened < n.opened < m.closed < n.closed


@pytest.mark.parametrize("mark", ['"', "„", "»", "„“"])
def test_thousands_of_marks_in_a_row_are_a_problem_and_no_speech(mark):
    corpus = sl.from_text("Der Rat tagt. " + mark * 4000)
    assert corpus.documents["problem"].tolist() == [""]
    assert corpus.passages.query("mode == 'direct'")["text"].str.contains("Rat").sum() == 0
