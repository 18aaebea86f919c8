"""Statements on a thesis: direction of the thesis, side of the statement, and what is only gathered."""

import json

import pytest

import stimmlage as sl
from stimmlage.errors import InputError
from stimmlage.evaluation import target_stance
from stimmlage.evaluation.command import evaluate
from stimmlage.measures.stance.statement import read_statement, thesis_target
from stimmlage.measures.targets import Target, read_targets

MORE, LESS = "Es soll eine Maut geben.", "Die Maut soll abgeschafft werden."


@pytest.mark.parametrize(
    ("thesis", "direction"),
    [
        (MORE, 1),
        (LESS, -1),
        ("Die Steuern sollen gesenkt werden.", -1),
        ("Es soll keine Maut geben.", -1),
        ("Die Maut soll nicht abgeschafft werden.", 1),
        ("Abschaffung der Maut.", -1),
        ("Die Bahn soll gefördert werden.", 1),
    ],
)
def test_a_thesis_wants_more_or_less(thesis, direction):
    assert thesis_target(thesis).direction == direction


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
    value = read_statement(text, thesis_target(thesis)).value
    assert (value > 0) - (value < 0) == side


@pytest.mark.parametrize(
    ("text", "basis"),
    [("Wir lehnen die Maut ab.", "stated"), ("Das lehnen wir ab.", "inferred"), ("Sie hat zwölf Seiten.", "")],
)
def test_what_is_said_of_the_target_is_stated(text, basis):
    assert read_statement(text, thesis_target(MORE)).basis == basis


def test_more_of_one_side_is_surer():
    target = thesis_target(MORE)
    one = read_statement("Wir lehnen die Maut ab.", target)
    both = read_statement("Wir lehnen die Maut ab. Andere unterstützen die Maut.", target)
    assert one.confidence > both.confidence and 0 <= both.confidence <= 1


def test_a_target_without_patterns_is_read_by_the_words_around():
    assert read_statement("Das lehnen wir ab.", Target("x", ())).basis == "inferred"


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
