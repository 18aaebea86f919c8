"""Closed classes: which forms belong to a class and which do not, word by word."""

import pytest

from stimmlage.language import closed_classes as closed

CASES = [
    ("nominative", "m", "der dieser jener jeder welcher solcher mancher aller ein kein mein dein sein ihr unser euer"),
    ("nominative", "f", "die diese jene jede welche solche manche alle eine keine meine deine seine ihre unsere unsre eure"),
    ("nominative", "n", "das dieses jenes jedes welches solches manches alles ein kein mein dein sein ihr unser euer"),
    ("accusative", "m", "den diesen jenen jeden welchen solchen manchen allen einen keinen meinen deinen seinen ihren "
                        "unseren unsren euren"),
    ("dative", "m", "dem diesem jenem jedem welchem solchem manchem allem einem keinem meinem deinem seinem ihrem "
                    "unserem unsrem eurem"),
    ("dative", "f", "der dieser jener jeder welcher solcher mancher aller einer keiner meiner deiner seiner ihrer "
                    "unserer unsrer eurer"),
    ("dative", "p", "den diesen jenen welchen solchen manchen allen keinen meinen deinen seinen ihren unseren unsren "
                    "euren einigen mehreren beiden vielen wenigen"),
    ("genitive", "n", "des dieses jenes jedes welches solches manches alles eines keines meines deines seines ihres "
                      "unseres unsres eures"),
    ("genitive", "p", "der dieser jener welcher solcher mancher aller keiner meiner deiner seiner ihrer unserer unsrer "
                      "eurer einiger mehrerer beider vieler weniger"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "gender", "forms"), CASES)
def test_determiners(case, gender, forms):
    assert closed.determiners(case, gender) == frozenset(forms.split())


def test_all_cases_and_genders_together():
    every = closed.determiners()
    assert every == frozenset().union(
        *(closed.determiners(c) for c in ("nominative", "accusative", "dative", "genitive"))
    )
    assert closed.determiners("accusative") == closed.determiners("accusative", "mfnp")


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("ein", "ein eine einen einem einer eines"),
        ("kein", "kein keine keinen keinem keiner keines"),
        ("dies", "diese diesen diesem dieser dieses"),
        ("jed", "jede jeden jedem jeder jedes"),
        ("beid", "beide beiden beider"),
        ("unser", "unser unsere unseren unserem unserer unseres unsre unsren unsrem unsrer unsres"),
        ("euer", "euer eure euren eurem eurer eures"),
    ],
)
def test_forms_of(stem, forms):
    assert closed.forms_of(stem) == frozenset(forms.split())


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("DEFINITE_ARTICLES", "der die das den dem des"),
        (
            "CONTRACTIONS",
            "am ans aufs beim durchs fürs hinterm hinters im ins ums unterm unters vom vorm vors zum zur überm übers",
        ),
        ("NOMINATIVE_PRONOUNS", "ich du er wir man wer"),
        ("SUBJECT_PRONOUNS", "ich du er sie es wir ihr man wer"),
        ("ACCUSATIVE_PRONOUNS", "mich dich ihn sie es uns euch"),
        ("DATIVE_PRONOUNS", "mir dir ihm ihr uns euch ihnen"),
        ("OBLIQUE_PRONOUNS", "mich dich ihn uns euch mir dir ihm ihnen sich"),
        ("FIRST_PERSON_PRONOUNS", "ich mir mich wir uns"),
        ("RELATIVE_PRONOUNS", "der die das den dem deren dessen denen"),
        ("AGENT_PREPOSITIONS", "von vom durch seitens vonseiten"),
        ("NAME_LINKS", "von vom zu zum zur der den"),
        ("COORDINATORS", "und oder sowie beziehungsweise bzw."),
        ("ADVERSATIVES", "aber allerdings dennoch doch gleichwohl jedoch trotzdem"),
        ("COMPLEMENTISERS", "dass daß ob"),
        ("CONDITIONALS", "wenn falls sofern soweit solange"),
        ("FOCUS_PARTICLES", "auch selbst sogar"),
        ("SENTENCE_ENDS", ". ! ? … ..."),
        ("DASHES", "– — -"),
        ("QUOTATION_MARKS", "„ “ ” » « ‚ ‘ ’ › ‹ \" '"),
        ("WEEKDAYS", "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"),
        ("MONTHS", "januar jänner februar feber märz april mai juni juli august september oktober november dezember"),
    ],
)
def test_classes_whole(name, members):
    assert getattr(closed, name) == frozenset(members.split())


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("DEMONSTRATIVES", "dies dieser jenes", "der solcher"),
        ("FIRST_PERSON", "ich mein unserem unsrer uns", "sein euer du"),
        ("GENITIVES", "des der eines deren dessen zweier dreier aller", "dem den einem zwei"),
        ("OBLIQUE", "dem den des einem eines keinen unseres", "einer keiner seiner der dieses das ein"),
    ],
)
def test_what_is_in_a_class_and_what_is_not(name, inside, outside):
    members = getattr(closed, name)
    assert members.issuperset(inside.split()) and members.isdisjoint(outside.split())


@pytest.mark.parametrize(
    ("first", "forms"),
    [
        ("da", "daran darauf daraus dabei dadurch dafür dagegen dahinter darin damit danach darüber darum darunter davon "
               "davor dazu"),
        ("wo", "woran worauf woraus wobei wodurch wofür wogegen wohinter worin womit wonach worüber worum worunter wovon "
               "wovor wozu"),
        ("hier", "hieran hierauf hieraus hierbei hierdurch hierfür hiergegen hierhinter hierin hiermit hiernach hierüber "
                 "hierum hierunter hiervon hiervor hierzu"),
    ],
)  # fmt: skip
def test_pronominal_adverbs(first, forms):
    assert closed.pronominal_adverbs(first) == frozenset(forms.split())
