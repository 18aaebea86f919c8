"""Tags that decide something later: a table of sentences, the decisive tokens marked `word/TAG`."""

import pytest
from tests.found import tagged

from stimmlage.document import Document, Paragraph, Section, Sentence, Tokens
from stimmlage.language.tagging import tag

TABLE = """
Geb/VVFIN ich zu .
Das schreibt der Polizist , ein Leiter der an dem Einsatz beteiligten/ADJA Gruppe , in Köln .
Sie kam mit einer am Montag gekauften/ADJA Karte .
Interpretiere/VVFIN ich das richtig ?
Der Minister kritisiert/VVFIN die Pläne der Opposition .
Die Sprecherin betont/VVFIN , dass/KOUS alles bereit sei/VAFIN .
Der Sender berichtet/VVFIN von neuen Protesten .
Die Zeitung berichtet/VVFIN , der Vertrag sei/VAFIN unterschrieben/VVPP .
Wie die Zeitung berichtet/VVFIN , soll/VMFIN der Bau teurer werden .
Wie der Verband mitteilt/VVFIN , fehlen/VVFIN Tausende Fachkräfte .
Nach dem Treffen bekräftigt/VVFIN der Kanzler seine Haltung .
Am Montag verurteilt/VVFIN das Gericht den Täter .
Das Gericht hat/VAFIN den Täter verurteilt/VVPP .
Der Täter wurde/VAFIN am Montag verurteilt/VVPP .
Er hat/VAFIN den Plan mehrfach kritisiert/VVPP .
Wird/VAFIN der Plan kritisiert/VVPP , schweigt/VVFIN er .
Von der Opposition kritisiert/VVPP , zog/VVFIN er den Antrag zurück/PTKVZ .
Die Firma erwartet/VVFIN für dieses Jahr höhere Gewinne .
Andere Quellen berichten/VVFIN von vielen Verletzten .
Andere Quellen berichten/VVFIN , dass/KOUS es regnet/VVFIN .
Viele Gäste kommen/VVINF lassen wollen/VMFIN sie nicht .
Hier sparte/VVFIN der Präsident nicht mit Kritik .
Als/KOUS der Chef am Montag sagte/VVFIN , dass/KOUS er gehe/VVFIN , lachte/VVFIN man .
Laut spiegel.de/NE regnet/VVFIN es .
Die Firma , die/PRELS höhere Gewinne erwartet/VVFIN , baut/VVFIN Stellen ab/PTKVZ .
Weil/KOUS die Firma höhere Gewinne erwartet/VVFIN , stellt/VVFIN sie ein/PTKVZ .
Obwohl/KOUS der Verband davor gewarnt/VVPP hatte/VAFIN , kam/VVFIN es zum Streit .
Der Verband warnt/VVFIN davor , dass/KOUS die Preise steigen/VVFIN .
Ob/KOUS sie kommt/VVFIN , bleibt/VVFIN offen .
Ob/KOUS das Geld reicht/VVFIN , weiß/VVFIN niemand .
Er fordert/VVFIN , die Steuern zu senken/VVINF .
Sie versprach/VVFIN , das Gesetz rasch umzusetzen/VVIZU .
Sie kündigt/VVFIN einen Streik an/PTKVZ .
Der Richter lehnte/VVFIN den Antrag ab/PTKVZ .
Die Partei lehnt/VVFIN den Kompromiss entschieden ab/PTKVZ .
Das stellt/VVFIN niemand in Frage , sagt/VVFIN er .
Er geht/VVFIN davon aus/PTKVZ , dass/KOUS die Zahlen stimmen/VVFIN .
Sie wies/VVFIN die Vorwürfe zurück/PTKVZ .
Der Zug fährt/VVFIN um acht Uhr ab/PTKVZ .
Die Behörde räumt/VVFIN Fehler ein/PTKVZ .
Der Abgeordnete stimmte/VVFIN dem Antrag zu/PTKVZ .
Das hängt/VVFIN vom Wetter ab/PTKVZ .
Er tritt/VVFIN für die Reform ein/PTKVZ .
Die Autorin , die/PRELS das Buch schrieb/VVFIN , lebt/VVFIN in Bern .
Der Mann , der/PRELS den Brief fand/VVFIN , schwieg/VVFIN .
Das Haus , das/PRELS er kaufte/VVFIN , steht/VVFIN leer .
Die Leute , denen/PRELS das Land gehört/VVFIN , klagen/VVFIN .
Der Plan , den/PRELS sie vorlegte/VVFIN , gilt/VVFIN als gescheitert .
Die Frau , mit der/PRELS er sprach/VVFIN , ging/VVFIN .
Das Amt , das/PRELS dafür zuständig ist/VAFIN , schweigt/VVFIN .
Eine Reform , die/PRELS niemand will/VMFIN , kommt/VVFIN nicht .
Es gibt Fragen , die/PRELS die Regierung nicht beantwortet/VVFIN .
Er sagte/VVFIN , die/ART Lage sei/VAFIN ernst .
Er sagte/VVFIN , der/ART Staat müsse/VMFIN handeln/VVINF .
Sie glaubt/VVFIN , das/ART Land brauche/VVFIN Hilfe .
Das/PDS ist/VAFIN falsch .
Das/PDS glaubt/VVFIN ihm keiner .
Das/PDS habe/VAFIN er nie gesagt/VVPP .
Die/PDS haben/VAFIN keine Ahnung .
Das/PDS sei/VAFIN nicht hinnehmbar , sagte/VVFIN sie .
Er wisse/VVFIN das/PDS .
Er habe/VAFIN nichts gewusst/VVPP .
Sie sei/VAFIN unschuldig .
Die Kinder seien/VAFIN gesund .
Es werde/VAFIN keine Kürzungen geben/VVINF .
Er könne/VMFIN das bestätigen/VVINF .
Man müsse/VMFIN nun warten/VVINF .
Sie wolle/VMFIN bleiben/VVINF .
Er komme/VVFIN morgen .
Das Land brauche/VVFIN Ruhe .
Die Partei stehe/VVFIN geschlossen hinter ihr .
Es gehe/VVFIN um viel Geld .
Die Kosten lägen/VVFIN höher .
Dann wäre/VAFIN alles gut .
Das hätte/VAFIN Folgen .
Das würde/VAFIN helfen/VVINF .
Die SPD/NE fordert/VVFIN mehr Geld .
Die CDU/NE lehnt/VVFIN das ab/PTKVZ .
Die USA/NE drohen/VVFIN mit Zöllen .
Die AfD/NE klagt/VVFIN gegen das Urteil .
Die FDP/NE und die CSU/NE streiten/VVFIN .
Die ÖVP/NE verliert/VVFIN Stimmen .
Die EU/NE plant/VVFIN neue Regeln .
Die Nato/NE reagiert/VVFIN .
Der ORF/NE berichtete/VVFIN darüber .
Laut ARD/NE ist/VAFIN das offen .
Die Grünen/NN wollen/VMFIN regieren/VVINF .
Der Grüne/NN sprach/VVFIN lange .
Die grüne/ADJA Ministerin schwieg/VVFIN .
Der Beamte/NN zögerte/VVFIN .
Ein Beamter/NN wurde/VAFIN verletzt/VVPP .
Die Angeklagte/NN weinte/VVFIN .
Der Angeklagte/NN bestritt/VVFIN die Tat .
Die Abgeordnete/NN stimmte/VVFIN dagegen .
Der Vorsitzende/NN trat/VVFIN zurück/PTKVZ .
Die Vorsitzende/NN der Partei lacht/VVFIN .
Mehrere Verletzte/NN lagen/VVFIN auf der Straße .
Viele Deutsche/NN zweifeln/VVFIN .
Ein Sprecher/NN der Polizei/NN bestätigte/VVFIN den Vorfall/NN .
Angela/NE Merkel/NE sprach/VVFIN in Berlin/NE .
Karin/NE Hollweg/NE leitet/VVFIN das Institut .
Der Ökonom Jens/NE Tarnbeck/NE widerspricht/VVFIN .
Minister Otto/NE Grabenhorst/NE will/VMFIN klagen/VVINF .
Hollweg/NE sagte/VVFIN , sie habe/VAFIN Zweifel .
Präsident Wladimir/NE Putin/NE drohte/VVFIN .
Der Chef von Volkswagen/NE geht/VVFIN .
Am 3./ADJA Oktober feiert/VVFIN das Land .
Der 2./ADJA Senat entschied/VVFIN .
Rund 300/CARD Menschen kamen/VVFIN .
1.200.000/CARD Euro fehlen/VVFIN .
Es kostet/VVFIN 3,50/CARD Euro .
Zwei/CARD Männer flohen/VVFIN .
Er sagte/VVFIN , daß/KOUS er komme/VVFIN .
Sie hofft/VVFIN , dass/KOUS er kommt/VVFIN .
„/$( Das ist/VAFIN gut “/$( , sagte/VVFIN er .
»/$( Nein «/$( , rief/VVFIN sie .
"/$( Wir gehen/VVFIN "/$( , sagte/VVFIN er .
Er kam/VVFIN ,/$, sah/VVFIN und siegte/VVFIN ./$.
Sie ging/VVFIN –/$( endlich .
Kommt/VVFIN er ?/$.
Achtung :/$. Der Weg ist/VAFIN glatt !/$.
Nach Angaben/NN der Polizei starb/VVFIN niemand .
Kritik/NN kommt/VVFIN aus Brüssel .
Scharfe/ADJA Kritik übte/VVFIN der Verband .
Vielleicht/ADV regnet/VVFIN es .
Laut/APPR einem Bericht fehlen/VVFIN Lehrer .
Trotz/APPR der Kälte kamen/VVFIN viele .
Nicht/PTKNEG alle stimmten/VVFIN zu/PTKVZ .
Keine/PIAT Partei will/VMFIN das .
Niemand/PIS weiß/VVFIN es .
Um/KOUI die Kosten zu/PTKZU senken/VVINF , spart/VVFIN die Stadt .
Ohne/KOUI zu/PTKZU zögern/VVINF , sprang/VVFIN er .
Statt/KOUI zu/PTKZU klagen/VVINF , sollte/VMFIN er handeln/VVINF .
Dabei hatte/VAFIN er gelogen/VVPP .
Der Konzern will/VMFIN 400 Stellen streichen/VVINF .
Die Stadt hat/VAFIN den Vertrag gekündigt/VVPP und verkauft/VVFIN das Gelände .
Der Betrieb verkauft/VVFIN sein Lager , entlässt/VVFIN aber niemanden .
Das Museum zeigt/VVFIN Werke , die/PRELS der Maler nie verkauft/VVPP hat/VAFIN .
Das Gesetz , das/PRELS im Mai beschlossen/VVPP wurde/VAFIN , tritt/VVFIN in Kraft .
Wenn/KOUS die Regierung das erlaubt/VVFIN , droht/VVFIN Streit .
Während/KOUS die Union zögert/VVFIN , drängt/VVFIN die SPD/NE .
Nachdem/KOUS er das erfahren/VVPP hatte/VAFIN , rief/VVFIN er an/PTKVZ .
Bevor/KOUS das Gericht entscheidet/VVFIN , vergehen/VVFIN Monate .
Die Stadt besitzt/VVFIN das Haus .
Der Forscher untersucht/VVFIN , wie/KOKOM|PWAV Tiere lernen/VVFIN .
Die Studie untersucht/VVFIN Folgen des Klimawandels .
Der Trainer vermisst/VVFIN Einsatz .
Der Gutachter bestätigt/VVFIN den Verdacht .
Das Ministerium dementiert/VVFIN den Bericht .
Die Gewerkschaft verlangt/VVFIN sechs Prozent .
Die Regierung behauptet/VVFIN das Gegenteil .
Der Autor vermutet/VVFIN Absicht .
Der Anwalt erklärt/VVFIN die Lage .
Das Parlament beschließt/VVFIN den Etat .
Experten bezweifeln/VVFIN das .
Beobachter vermuten/VVFIN , dass/KOUS er lügt/VVFIN .
Viele fürchten/VVFIN , dass/KOUS der Krieg näher rückt/VVFIN .
Sie hat/VAFIN gesagt/VVPP , sie komme/VVFIN später .
Er soll/VMFIN Geld genommen/VVPP haben/VAINF .
Das kann/VMFIN sein/VAINF .
Er will/VMFIN das nicht gewusst/VVPP haben/VAINF .
Sie dürfte/VMFIN gewinnen/VVINF .
Die Bahn verspätet/VVFIN sich erneut .
Ich habe/VAFIN das gesehen/VVPP .
Ich bin/VAFIN dafür .
Wir brauchen/VVFIN Zeit .
Haben/VAFIN Sie das gewusst/VVPP ?
Die Behörde teilte/VVFIN den Anwohnern am späten Abend das Ergebnis der Messungen mit/PTKVZ .
Das Treffen findet/VVFIN in der kommenden Woche in der alten Messehalle statt/PTKVZ .
Das Gutachten stellt/VVFIN erhebliche Mängel an der Brücke fest/PTKVZ .
Der Verein nimmt/VVFIN trotz der Absage an der Ausschreibung teil/PTKVZ .
Der Vorstand gab/VVFIN am Freitag den Verkauf der Sparte bekannt/PTKVZ .
Der Minister schloss/VVFIN weitere Einschnitte bei den Renten nicht aus/PTKVZ .
Die Partei setzt/VVFIN sich für kleinere Klassen ein/PTKVZ .
Das Gericht sprach/VVFIN den Mann vom Vorwurf der Untreue frei/PTKVZ .
Die Stadt hat/VAFIN den Vertrag mit dem Betreiber der beiden alten Hallen verkauft/VVPP .
Die Klinik hatte/VAFIN den Umbau der Station im vergangenen Jahr bereits beantragt/VVPP .
Das Land wird/VAFIN den Ausbau der Strecke auch in den nächsten Jahren bezahlen/VVINF .
Der Konzern will/VMFIN die Werke im Osten des Landes erst später erweitern/VVINF .
Die Entscheidung wurde/VAFIN nach langem Streit im Ausschuss erneut vertagt/VVPP .
Der Bau , den/PRELS die Stadt im vorigen Jahr genehmigt/VVPP hatte/VAFIN , verzögert/VVFIN sich .
Die Frage , wer das bezahlt/VVFIN , bleibt/VVFIN offen .
Es ist/VAFIN unklar , wann die Sperrung endet/VVFIN .
Er fragt/VVFIN , warum niemand den Vorfall untersucht/VVFIN .
Sie ist/VAFIN sicher , dass/KOUS der Rat den Antrag am Ende unterstützt/VVFIN .
Es heißt/VVFIN , dass/KOUS viele Betriebe im Land keine Lehrlinge mehr finden/VVFIN .
Der Sender meldet/VVFIN , dass/KOUS die Rebellen das Dorf besetzt/VVPP haben/VAFIN .
Kritiker bemängeln/VVFIN , dass/KOUS der Staat zu wenig kontrolliert/VVFIN .
Da die Mieten steigen/VVFIN , ziehen/VVFIN viele Familien um/PTKVZ .
Falls/KOUS die Verhandlungen scheitern/VVFIN , drohen/VVFIN Streiks .
Sobald/KOUS das Wetter es erlaubt/VVFIN , beginnt/VVFIN die Suche .
Die Firma produziert/VVFIN seit Jahren in Asien .
Der Trainer verzichtet/VVFIN auf den verletzten Stürmer .
Frankreich verhandelt/VVFIN weiter .
Die Opposition protestiert/VVFIN .
Der Kanzler gratuliert/VVFIN , der Gegner schweigt/VVFIN .
Der Verlag bedauert/VVFIN den Fehler und entschuldigt/VVFIN sich .
Die Union verliert/VVFIN , die Grünen/NN gewinnen/VVFIN hinzu/PTKVZ .
Die Mitarbeiter , die/PRELS seit Wochen streiken/VVFIN , fordern/VVFIN mehr Lohn .
Der Politiker , der/PRELS den Fonds verwaltet/VVFIN , bestreitet/VVFIN das .
Ein Gesetz , das/PRELS Firmen zur Auskunft verpflichtet/VVFIN , fehlt/VVFIN .
Er habe/VAFIN den Fonds nie verwaltet/VVPP , sagte/VVFIN der Politiker .
Vom Gericht verurteilt/VVPP , floh/VVFIN er ins Ausland .
Um/KOUI das Netz auszubauen/VVIZU , braucht/VVFIN das Land Geld .
Er kam/VVFIN , um/KOUI zu/PTKZU vermitteln/VVINF .
Das Gesetz verbietet/VVFIN es , Daten zu/PTKZU speichern/VVINF .
Die Ministerin versucht/VVFIN , den Streit zu/PTKZU schlichten/VVINF .
Der Betreiber versichert/VVFIN , man habe/VAFIN alles geprüft/VVPP .
Der Arzt vermutet/VVFIN , der Patient habe/VAFIN gelogen/VVPP .
Das Institut befragt/VVFIN jeden Monat 2.000/CARD Personen .
Bundeskanzler/NN Egon/NE Trautwein/NE besucht/VVFIN Prag/NE .
Brückner/NE verteidigt/VVFIN den Beschluss .
Für Hanni/NE Obermoser/NE ist/VAFIN das neu .
Das Bündnis aus ÖVP/NE und SPÖ/NE zerbricht/VVFIN .
Der DGB/NE widerspricht/VVFIN .
Nach Darstellung der EZB/NE sinkt/VVFIN die Inflation .
Die WHO/NE warnt/VVFIN .
Damit/KOUS der Betrieb weitergeht/VVFIN , müssen/VMFIN alle sparen/VVINF .
Sollte/VMFIN es wieder zu Streit kommen/VVINF , greift/VVFIN der Rat ein/PTKVZ .
Würden/VAFIN die Kosten im nächsten Jahr steigen/VVINF , fiele/VVFIN der Gewinn .
In Norwegen empfangen/VVFIN die Gastgeber den Meister .
Am Abend empfängt/VVFIN der König die Gäste .
Drei Menschen verletzt/VVPP .
Torwart Emil Schick/NE hielt/VVFIN den Ball .
Beim Springen/NN stürzte/VVFIN sie .
Er glaubt/VVFIN , dass/KOUS er geht/VVFIN und die Preise steigen/VVFIN .
Zwei Wanderer in den Bergen vermisst/VVPP .
Sie ging/VVFIN am Montag , dem/ART 3. Mai .
Sie versuchten/VVFIN , die/ART vielen Verletzten/NN zu bergen/VVINF .
Das 1938 am Fluss erbaute/ADJA Werk ist/VAFIN alt .
Eine von der Union präferierte/ADJA Koalition ist/VAFIN unmöglich .
Sie hätte/VAFIN es versuchen/VVINF müssen/VMINF .
Er könnte/VMFIN davon gehört/VVPP haben/VAINF .
Der Schwund hat/VAFIN sich überraschend stark beschleunigt/VVPP .
Er sagt/VVFIN , dass/KOUS Firmen , die/PRELS viel verdienen/VVFIN , Steuern zahlen/VVINF müssen/VMFIN .
Es heißt/VVFIN , dass/KOUS der Plan , den/PRELS er vorlegte/VVFIN , nichts verändert/VVFIN .
Sie wissen/VVFIN , dass/KOUS er , wenn/KOUS es regnet/VVFIN , das Haus nicht verlassen/VVINF kann/VMFIN .
Der Rat beschloss/VVFIN , das/ART Bad zu/PTKZU schließen/VVINF .
Die Zahl der/ART Verletzten/NN stieg/VVFIN .
„/$( Wir haben/VAFIN versagt/VVPP “/$( , gesteht/VVFIN er .
"""
ROWS = [line for line in TABLE.strip().splitlines()]


def document(words: list[str]) -> Document:
    starts, position = [], 0
    for word in words:
        starts.append(position)
        position += len(word) + 1
    text = " ".join(words)
    tokens = Tokens(words, starts, [s + len(w) for s, w in zip(starts, words)])
    sentence = Sentence(0, 0, 0, "text", 0, len(text), 0, len(words))
    return Document(
        "d", text, [Section(0, "", 0, len(text))], [Paragraph(0, 0, "text", 0, len(text))], [sentence], tokens
    )


def read(row: str) -> tuple[list[str], dict[int, str]]:
    words, expected = [], {}
    for i, item in enumerate(row.split()):
        word, _, name = item.partition("/")
        words.append(word)
        if name:
            expected[i] = name
    return words, expected


@pytest.mark.xfail(strict=True, reason="a surname at the beginning of a sentence that is also a noun")
def test_surname_that_is_a_noun():
    words = "Trautwein bekräftigt seine Kritik .".split()
    assert tag(document(words)).tag[0] == "NE"


@pytest.mark.parametrize("row", ROWS)
def test_decisive_tags(row):
    words, expected = read(row)
    tags = tag(document(words)).tag
    assert all(tags[i] in name.split("|") for i, name in expected.items()), list(zip(words, tags))


def test_a_word_without_end_is_not_analysed():
    word = "ab" * 60
    found = tag(document(["Er", "sah", word, "."]))
    assert (found.tag[2], found.lemma[2]) == ("XY", word)


def test_the_lemma_is_that_of_the_corrected_tag():
    words = tagged("Der Abschluss der Verkäufe erfolge vorbehaltlich diverser Genehmigungen.")
    assert (words.tag[4], words.lemma[4]) == ("VVFIN", "erfolgen")
