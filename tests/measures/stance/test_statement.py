"""Statements on a thesis: direction of the thesis, side of the statement, and what is only gathered."""

import json

import pytest

import stimmlage as sl
from stimmlage.errors import InputError
from stimmlage.evaluation import target_stance
from stimmlage.evaluation.command import evaluate
from stimmlage.evaluation.leaving_out import alike, scores
from stimmlage.measures.stance.statement import WEIGHTS, find_signs, read_statement
from stimmlage.measures.stance.thesis import Thesis, read_thesis
from stimmlage.measures.targets import Target, read_targets

MORE, LESS = "Es soll eine Maut geben.", "Die Maut soll abgeschafft werden."
KEEP, PLACE = "Die Maut soll weiterhin erhoben werden.", "In den Dörfern soll es eine Maut geben."


@pytest.mark.parametrize(
    ("thesis", "direction"),
    [
        (MORE, 1),
        (LESS, -1),
        ("Die Steuern sollen gesenkt werden.", -1),
        ("Es soll keine Maut geben.", -1),
        ("Die Maut soll nicht abgeschafft werden.", 1),
        ("Rauchen soll verboten bleiben.", -1),
        ("Der Konsum soll strafbar bleiben.", -1),
        ("Der Konsum soll nicht strafbar sein.", 1),
        ("Abschaffung der Maut.", -1),
        ("Die Bahn soll gefördert werden.", 1),
        ("Der Bund soll sich dafür einsetzen, dass die Maut abgeschafft wird.", -1),
        ("Es soll weniger Straßen geben.", -1),
        ("Das Wahlalter soll abgesenkt werden.", -1),
        ("Die Begrenzung der Schulden soll eingehalten werden.", 1),
        ("Personen sollen ohne Verdacht kontrolliert werden.", 1),
        ("Weitere Flächen sollen ausgewiesen werden.", 1),
        ("Flüchtlinge sollen ausgewiesen werden.", -1),
        ("Mehr Lehrerinnen sollen eingestellt werden.", 1),
        ("Die Zahlungen sollen eingestellt werden.", -1),
        ("", 1),
    ],
)
def test_a_thesis_wants_more_or_less(thesis, direction):
    assert read_thesis(thesis).direction == direction


@pytest.mark.parametrize(
    ("text", "thesis", "side"),
    [
        ("Wir unterstützen die Maut.", MORE, 1),
        ("Wir lehnen die Maut ab.", MORE, -1),
        ("Wir lehnen die Maut ab.", LESS, 1),
        ("Wir unterstützen die Maut.", LESS, -1),
        ("Ja, so ist es.", LESS, 1),
        ("Nein, so ist es nicht.", MORE, -1),
        ("Das lehnen wir ab.", MORE, -1),
        ("Sie hat zwölf Seiten.", MORE, 0),
    ],
)
def test_a_statement_has_its_side(text, thesis, side):
    value = read_statement(text, read_thesis(thesis)).value
    assert (value > 0) - (value < 0) == side


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Wir lehnen die Maut ab.", "stated"),
        ("Das lehnen wir ab.", "stated"),
        ("Deshalb ist das neu.", "inferred"),
        ("Sie hat zwölf Seiten.", ""),
    ],
)
def test_what_is_said_of_the_target_is_stated(text, basis):
    assert read_statement(text, read_thesis(MORE)).basis == basis


def test_more_of_one_side_is_surer():
    target = read_thesis(MORE)
    one = read_statement("Wir lehnen die Maut ab.", target)
    both = read_statement("Wir lehnen die Maut ab. Andere unterstützen die Maut.", target)
    assert one.confidence > both.confidence and 0 <= both.confidence <= 1


@pytest.mark.parametrize(
    ("thesis", "word", "noun", "part"),
    [
        (LESS, "Maut", True, "object"),
        (LESS, "Lkw-Maut", True, "object"),
        (LESS, "Abschaffung", True, "end"),
        (LESS, "abschaffen", False, "end"),
        (LESS, "Maut", False, ""),
        (LESS, "Wetter", True, ""),
        ("Hunde sollen verboten werden.", "Verbot", True, "end"),
        ("Die Bahnhöfe sollen ausgebaut werden.", "Ausbau", True, "act"),
        ("Die Hürden für Volksbegehren sollen gesenkt werden.", "Volksbegehren", True, "limited"),
        ("Die Hürden für Volksbegehren sollen gesenkt werden.", "Hürde", True, "object"),
        ("Das Land soll Dörfer ans Netz anschließen.", "Dorf", True, "object"),
        ("Die Kommunen sollen Straßen bauen.", "Kommune", True, "setting"),
        ("Abschaffung der Maut!", "Maut", True, "object"),
        ("Eltern, die arbeiten, sollen Geld vom Amt erhalten.", "Amt", True, "setting"),
        ("Bürger aus den Städten und Dörfern sollen eine Abgabe zahlen.", "Dorf", True, "setting"),
        ("Freie Märkte sind die beste Antwort.", "Markt", True, "object"),
    ],
)
def test_the_words_of_a_thesis_are_found_again_by_their_family(thesis, word, noun, part):
    assert read_thesis(thesis).part_of(word, noun) == part


SIGNS = [
    ("answer", "Nein, das geht nicht.", MORE, -1),
    ("answer", "Ja, das geht.", LESS, 1),
    ("opposed", "Das lehnen wir ab.", MORE, -1),
    ("opposed", "Das lehnen wir ab.", LESS, -1),
    ("opposed_thesis", "Wir lehnen die Maut ab.", MORE, -1),
    ("opposed_thesis", "Wir lehnen die Maut ab.", LESS, 1),
    ("opposed_thesis", "Wir lehnen die Abschaffung ab.", LESS, -1),
    ("opposed_other", "Wir lehnen solche Gebühren ab.", MORE, -1),
    ("judged_against", "Die Maut ist falsch.", MORE, -1),
    ("judged_against_other", "Solche Gebühren sind falsch.", MORE, -1),
    ("support_denied", "Wir unterstützen die Maut nicht.", MORE, -1),
    ("support_denied", "Wir unterstützen die Maut nicht.", LESS, 1),
    ("plan_denied", "Wir wollen die Maut nicht.", MORE, -1),
    ("judged_for", "Die Maut ist richtig.", MORE, 1),
    ("supported", "Wir unterstützen die Maut.", MORE, 1),
    ("supported", "Wir unterstützen das.", MORE, 1),
    ("offered", "Wir beteiligen uns an der Maut.", MORE, 1),
    ("planned", "Die Maut soll kommen.", MORE, 1),
    ("planned_less", "Die Maut soll kommen.", LESS, -1),
    ("planned", "Die Maut soll gesenkt werden.", MORE, -1),
    ("ended", "Ein Verbot lehnen wir ab.", MORE, 1),
    ("ended", "Ein Verbot unterstützen wir.", MORE, -1),
    ("position", "Wir fordern die Abschaffung.", LESS, 1),
    ("position", "Wir fordern die Maut.", LESS, -1),
    ("position", "Wir fordern Volksbegehren.", "Die Hürden für Volksbegehren sollen gesenkt werden.", 1),
    ("position_setting", "Wir unterstützen die Dörfer.", PLACE, 1),
    ("negated", "Die Maut kommt nicht.", MORE, -1),
    ("negated", "Die Maut kommt nicht.", LESS, 1),
    ("negated", "Es wird nicht gebaut.", "Es sollen keine Straßen gebaut werden.", 1),
    ("tone", "Die Maut ist eine Katastrophe.", MORE, -1),
    ("tone", "Die Maut ist eine Katastrophe.", LESS, 1),
    ("instead", "Stattdessen braucht es Schienen.", MORE, 1),
    ("enough", "Die Regeln sind ausreichend.", MORE, 1),
    ("today", "Die bestehenden Regeln kennen alle.", MORE, 1),
    ("keep", "Die Regel bleibt.", MORE, -1),
    ("keep", "Die Maut bleibt.", KEEP, 1),
    ("burden", "Das ist Bürokratie.", MORE, 1),
    ("burden", "Das ist Mehrbelastung.", MORE, 1),
    ("burden_thesis", "Die Maut ist ein Eingriff.", MORE, 1),
    ("blanket", "Pauschale Regeln kennt jeder.", MORE, 1),
    ("cost", "Die Kosten trägt der Bund.", MORE, 1),
    ("office", "Das ist Sache der Länder.", MORE, 1),
    ("excess", "Das ist zu eng.", MORE, 1),
    ("hypothetical", "Das wäre neu.", MORE, 1),
    ("conclusion", "Deshalb kommt sie.", MORE, 1),
    ("addition", "Auch Dörfer haben Straßen.", MORE, 1),
    ("increase", "Mehr Züge fahren.", MORE, 1),
    ("floor", "Mindestens drei Züge fahren.", MORE, 1),
    ("urgency", "Es ist dringend.", MORE, 1),
    ("purpose", "Das dient zur Entlastung der Straßen.", MORE, 1),
    ("means", "Das ist ein Schritt.", MORE, 1),
    ("effect", "Das ermöglicht Ruhe.", MORE, 1),
    ("remedy", "So lässt sich Lärm vermeiden.", MORE, 1),
    ("necessity", "Das ist notwendig.", MORE, 1),
    ("necessity", "Straßen sind notwendig.", LESS, -1),
    ("necessity", "Die Abschaffung ist notwendig.", LESS, 1),
    ("ours", "Unsere Straßen sind alt.", MORE, 1),
    ("possible", "Züge können fahren.", MORE, 1),
    ("not_only", "Das gilt nicht nur heute.", MORE, 1),
    ("contrast", "Aber sie ist alt.", KEEP, 1),
]


@pytest.mark.parametrize(("name", "text", "thesis", "side"), SIGNS)
def test_each_sign_is_found_and_points_its_way(name, text, thesis, side):
    sizes = [sign.size for sign in find_signs(text, read_thesis(thesis)) if sign.name == name]
    assert sizes and all((size > 0) == (side > 0) for size in sizes)


def test_no_sign_is_without_a_sentence():
    assert {name for name, *_ in SIGNS} == set(WEIGHTS)


@pytest.mark.parametrize(
    ("name", "text", "thesis"),
    [
        ("opposed_other", "Wir verurteilen jede Gewalt.", MORE),  # everybody does
        ("opposed_thesis", "Das lehnen wir ab.", MORE),
        ("effect", "Das hilft nicht.", MORE),
        ("remedy", "Wir wollen die Maut senken.", MORE),
        ("necessity", "Das ist nicht notwendig.", MORE),
        ("possible", "Züge können nicht fahren.", MORE),
        ("contrast", "Aber sie ist alt.", MORE),
        ("means", "Das ist ein Schritt.", LESS),
        ("instead", "Stattdessen braucht es Schienen.", LESS),
        ("purpose", "Das dient zur Entlastung der Straßen.", LESS),
        ("judged_for", "Straßen sind gut.", LESS),
        ("tone", "Das Wetter ist eine Katastrophe.", MORE),
        ("negated", "Es war heiß. Der Wind weht nicht.", MORE),
        ("not_only", "Das gilt nicht, nur heute.", MORE),
    ],
)
def test_what_says_nothing_of_the_thesis_is_no_sign(name, text, thesis):
    assert name not in {sign.name for sign in find_signs(text, read_thesis(thesis))}


def test_later_sentences_weigh_less():
    first, later = (
        next(sign.size for sign in find_signs(text, read_thesis(MORE)) if sign.name == "opposed_thesis")
        for text in ("Wir lehnen die Maut ab.", "Es war warm. Wir lehnen die Maut ab.")
    )
    assert first == -1 and -1 < later < 0


def test_a_target_of_a_study_makes_a_thesis():
    less = Thesis.of(Target("maut", ("lemma:Maut", "die neue Maut"), direction=-1))
    assert read_statement("Wir lehnen die Maut ab.", less).value > 0
    assert read_statement("Das lehnen wir ab.", Thesis.of(Target("x", ()))).basis == "stated"


def test_weights_are_learnt_without_what_is_alike():
    signs = [{"good": 1.0}, {"bad": 1.0}] * 60
    positive, groups = [True, False] * 60, [number // 2 for number in range(120)]
    found = scores(signs, positive, groups)
    assert (found.score[::2] > 0).all() and (found.score[1::2] < 0).all() and found.positive.tolist() == positive
    alone = scores([{f"word {group}": 1.0} for group in groups], positive, groups)
    assert not alone.score.any()  # what stands in one group only is not learnt from the others
    assert alike(["Die Maut soll kommen.", "Die Maut soll bald kommen.", "Der Wald soll wachsen."]) == [0, 0, 2]


ITEMS = [
    {"id": str(n), "text": text, "thesis": thesis, "label": label}
    for n, (text, thesis, label) in enumerate(
        [
            ("Wir unterstützen die Maut.", MORE, "support"),
            ("Wir lehnen die Maut ab.", MORE, "oppose"),
            ("Wir lehnen die Maut ab.", LESS, "support"),
            ("Wir unterstützen die Maut.", LESS, "oppose"),
            ("Sie hat zwölf Seiten.", MORE, "support"),
        ]
    )
]


def test_the_task_scores_and_writes_predictions(tmp_path):
    gold, out = tmp_path / "gold.jsonl", tmp_path / "out.jsonl"
    gold.write_text("\n".join(json.dumps(item) for item in ITEMS), "utf-8")
    found = json.loads(evaluate("target_stance", gold, out, as_json=True))["figures"]
    assert (
        found["accuracy"]["value"] == 0.8 and found["auc_ending"]["value"] == 1 and found["right_at_60"]["value"] == 1
    )
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert lines[-1] == {"id": "4", "label": None, "score": 0.0, "confidence": 0.0}
    assert all(set(line) == {"id", "label", "score", "confidence"} for line in lines)
    assert "switched off" in evaluate("target_stance", gold, ablation=True)
    assert "right_of_decided" in evaluate("target_stance", gold) and "4: support" in evaluate(
        "target_stance", gold, worst=1
    )


def test_the_surest_are_taken_first_and_ties_by_name():
    predicted = [
        {"id": i["id"], "label": "support", "score": 1, "confidence": c}
        for i, c in zip(ITEMS, (1, 1, 0, 0, 0), strict=True)
    ]
    assert target_stance.evaluate(ITEMS, predicted)["right_at_30"].value == 1


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ('patterns = "Plan"', "a list of texts"),
        ('patterns = ["lema:Plan"]', "no known kind"),
        ('patterns = ["tail:"]', "names nothing"),
        ('patterns = [" "]', "names nothing"),
        ('patterns = ["Plan"]\naliases = "Vorhaben"', "`aliases` is a list"),
        ('patterns = ["Plan"]\ndirection = 2', "1 or -1"),
        ('patterns = ["Plan"]\ndirection = true', "1 or -1"),
    ],
)
def test_a_target_that_cannot_be_right_is_refused_in_one_line(tmp_path, row, says):
    path = tmp_path / "targets.toml"
    path.write_text(f'[[target]]\nid = "plan"\n{row}\n', "utf-8")
    with pytest.raises(InputError) as error:
        read_targets(path)
    assert says in str(error.value) and "\n" not in str(error.value)


def test_aliases_are_patterns_and_a_direction_is_kept(tmp_path):
    path = tmp_path / "targets.toml"
    path.write_text(
        '[[target]]\nid = "plan"\npatterns = ["lemma:Plan"]\naliases = ["EU: Vorhaben"]\ndirection = -1\n', "utf-8"
    )
    (target,) = read_targets(path)
    assert target.patterns == ("lemma:Plan", "EU: Vorhaben") and target.direction == -1


@pytest.mark.parametrize(
    ("direction", "values"), [(1, {"Anna Berg": 1.0, "Jan Kuhn": -1.0}), (-1, {"Anna Berg": -1.0, "Jan Kuhn": 1.0})]
)
def test_a_target_that_wants_less_turns_positions_and_scores(direction, values):
    text = "„Wir fordern Kernkraft“, sagte Anna Berg. „Wir lehnen Kernkraft ab“, sagte Jan Kuhn."
    target = Target("energy", ("lemma:Kernkraft",), direction=direction)
    corpus = sl.from_text(text)
    assert dict(corpus.positions([target])[["speaker", "value"]].itertuples(index=False)) == values
    found = corpus.grouped(corpus.measure(sl.Stance((target,))).scores).query("measure == 'stance:target:energy'")
    assert found.dropna().set_index("speaker")["value"].to_dict() == values
