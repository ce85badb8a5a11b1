"""What deserves a look is told with its place and what settles it, and is gone once it is settled."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.desk.sidecar import SETTLED
from sitegen.shell.cli import main
from sitegen.shell.review.finding import Finding
from sitegen.shell.review.run import review
from sitegen.text.near import code_points, near_pairs
from tests.worlds import ROOT, quiet

DATED = "افتتاح مرفأ في الصالحية\n\n2024-03-05\n\n"
CASES = {
    "no-date": "أمطار غزيرة تغلق الطرق\n\nأغلقت السلطات ثلاثة طرق رئيسية بعد أمطار غزيرة استمرت يومين.\n\n"
    "وأصيب 14 شخصاً بجروح طفيفة.\n",
    "no-title": "2024-03-05\n\nأغلقت السلطات ثلاثة طرق رئيسية بعد أمطار غزيرة استمرت يومين في المدينة.\n\n"
    "وأصيب 14 شخصاً بجروح طفيفة حين انهار سقف مدرسة قديمة على طريق الساحل.\n",
    "person-unknown": DATED
    + "افتتح رئيس البلدية سامر النجار مرفأ الصيد الجديد في المدينة.\n\n"
    + "وقال النجار إن العمل استمر سنتين كاملتين.\n",
    "english-card": DATED + "تمتد أعمال التوسعة على مساحة كبيرة وتشمل أرصفة ومخازن كثيرة جديدة.\n",
}
LEXICON = """[ali-one]
ar = "علي الموسوي"
en = "Ali One"

[ali-two]
ar = "علي حيدر"
en = "Ali Two"
aliases = ["علي الموسوي"]
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def found(folder: Path, kind: str = "") -> list[Finding]:
    return [f for f in review(folder, quiet) if not kind or f.kind == kind]


def sitegen(folder: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, [arguments[0], "--project", str(folder), *arguments[1:]])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize("kind", CASES)
def test_a_finding_names_its_place_and_goes_when_it_is_declared_settled(tmp_path: Path, kind: str) -> None:
    write(tmp_path, {"content/articles/a.txt": CASES[kind]})
    (one,) = found(tmp_path, kind)
    assert one.where.path == "content/articles/a.txt" and one.where.line
    write(tmp_path, {"content/articles/a.toml": f'settled = ["{kind}"]\n'})
    assert found(tmp_path, kind) == []


def test_an_outlet_that_no_lexicon_knows_is_told_once(tmp_path: Path) -> None:
    stated = 'outlet = "صحيفة الوادي"\nurl = "https://www.wadi.example/a"\n'
    for name in "ab":
        write(tmp_path, {f"content/articles/{name}.txt": CASES["english-card"] + name})
        write(tmp_path, {f"content/articles/{name}.toml": stated})
    (one,) = found(tmp_path, "outlet-unknown")
    assert "صحيفة الوادي" in one.what and "in 2 articles" in one.what
    record = '[wadi]\nar = "صحيفة الوادي"\nen = "Al-Wadi"\n'
    write(tmp_path, {"content/lexicon/outlets.toml": record})
    assert found(tmp_path, "outlet-unknown") == []


def test_an_inferred_date_is_settled_by_the_line_that_is_printed() -> None:
    inferred = found(ROOT, "date-inferred")
    assert {f.where.path[17:20]: f.settle for f in inferred}["001"] == "date = 2021-07-23"
    assert all(f.into.endswith(".toml") for f in inferred)


def test_the_seeds_have_no_line_dropped_on_weak_evidence() -> None:
    assert found(ROOT, "weak-drop") == []


def test_a_paragraph_that_was_dropped_is_doubted_until_the_editor_speaks(tmp_path: Path) -> None:
    title, rest = CASES["no-date"].split("\n\n", 1)
    teaser = "أغلقت السلطات ثلاثة طرق رئيسية بعد أمطار غزيرة..."
    write(tmp_path, {"content/articles/a.txt": f"{title}\n{teaser}\n\n{rest}"})
    (one,) = found(tmp_path, "weak-drop")
    assert one.where.line == 2 and one.settle == "keep = [2]  # or  drop = [2]"
    write(tmp_path, {"content/articles/a.toml": one.settle.split("  # or  ")[1] + "\n"})
    assert found(tmp_path, "weak-drop") == []


def test_one_name_for_two_people_is_the_worst(tmp_path: Path) -> None:
    text = DATED + "وقال علي الموسوي إن العمل في المرفأ استمر سنتين كاملتين بلا توقف.\n"
    write(tmp_path, {"content/articles/a.txt": text, "content/lexicon/people.toml": LEXICON})
    first = found(tmp_path)[0]
    assert (first.kind, first.where.line) == ("two-people", 5)
    assert "ali-one or ali-two" in first.what
    write(tmp_path, {"content/articles/a.toml": first.settle + "\n"})
    assert found(tmp_path, "two-people") == []


def test_a_name_with_or_without_a_space_is_one(tmp_path: Path) -> None:
    body = "وقال الوزير {} إن العمل في المرفأ استمر سنتين كاملتين بلا توقف.\n"
    files = {"a": "سامر عبد الدايم", "b": "سامر عبدالدايم"}
    write(tmp_path, {f"content/articles/{k}.txt": DATED + body.format(v) for k, v in files.items()})
    assert found(tmp_path, "two-people") == []
    (one,) = found(tmp_path, "person-unknown")
    assert "in 2 articles" in one.what


def test_near_spellings_are_told_by_their_code_points(tmp_path: Path) -> None:
    body = "وقال الوزير {} إن العمل في المرفأ استمر سنتين كاملتين بلا توقف.\n"
    files = {"a": "سامر الدرويش", "b": "سامر الدرويس"}
    write(tmp_path, {f"content/articles/{k}.txt": DATED + body.format(v) for k, v in files.items()})
    (one,) = found(tmp_path, "spelling")
    assert "U+0633 SEEN against U+0634 SHEEN" in one.what
    assert one.settle == 'sitegen people --add "سامر الدرويش" --alias "سامر الدرويس"'
    sitegen(tmp_path, "people", "--add", "سامر الدرويش", "--alias", "سامر الدرويس")
    assert found(tmp_path, "spelling") == [] and found(tmp_path, "person-unknown") == []


def test_english_out_of_date_is_settled_by_its_new_source(tmp_path: Path) -> None:
    write(tmp_path, {"content/articles/a.txt": CASES["no-date"]})
    write(tmp_path, {"content/english/a.md": '+++\nsource = "old"\n+++\n# Rain [1]\nIt rained. [3]\n'})
    (one,) = found(tmp_path, "english-stale")
    assert one.where.path == "content/english/a.md"
    write(tmp_path, {"content/english/a.md": f"+++\n{one.settle}\n+++\n# Rain [1]\nIt rained. [3]\n"})
    assert [f.kind for f in found(tmp_path)] == ["no-date"]


def test_reported_words_told_as_a_fact_are_doubted(tmp_path: Path) -> None:
    text = DATED + "وقال رئيس البلدية سامر النجار إن المرفأ الجديد سيخدم جميع الصيادين في السنة الأولى.\n"
    write(tmp_path, {"content/articles/a.txt": text + "\nوافتتح المرفأ في حفل كبير حضره الأهالي.\n"})
    english = (
        "# Harbour opens [1]\nThe harbour will serve every fisherman. [5]\nThe harbour was opened. [7]\n"
    )
    write(tmp_path, {"content/english/a.md": english})
    (one,) = found(tmp_path, "claim")
    assert (one.where.line, one.into) == (5, "content/english/a.md")
    assert one.settle == "Samer al-Najjar said that …  [5]"
    write(tmp_path, {"content/english/a.md": english.replace("The harbour will", "The mayor said it will")})
    assert found(tmp_path, "claim") == []


def test_what_stops_the_build_comes_first_and_is_exit_code_1(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"content/articles/a.txt": CASES["no-date"], "content/articles/a.toml": "drop = [1,\n 99]\n"},
    )
    result = sitegen(tmp_path, "review")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[1].strip().startswith("content/articles/a.toml:2: drop names line 99")


def test_output_for_programs_and_for_people(tmp_path: Path) -> None:
    write(tmp_path, {f"content/articles/a{n}.txt": CASES["no-date"].replace("14", str(n)) for n in range(7)})
    rows = [json.loads(line) for line in sitegen(tmp_path, "review", "--json").stdout.splitlines()]
    assert {row["kind"] for row in rows} <= set(SETTLED) and len(rows) >= 7
    assert rows[0].keys() == {"kind", "path", "line", "what", "settle", "into"}
    shown = sitegen(tmp_path, "review").stdout
    assert "no-date (7): no date" in shown and "... and 2 more" in shown
    write(
        tmp_path, {f"content/articles/a{n}.toml": "settled = " + json.dumps(list(SETTLED)) for n in range(7)}
    )
    assert sitegen(tmp_path, "review").stdout == "nothing to look at\n"


def test_a_slip_in_settled_is_told(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"content/articles/a.txt": CASES["no-date"], "content/articles/a.toml": 'settled = ["no-dat"]'},
    )
    (one,) = found(tmp_path, "problem")
    assert (str(one.where), one.settle) == ("content/articles/a.toml:1", "did you mean no-date?")


# -- people and topics -----------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, {"content/articles/a.txt": CASES["person-unknown"]})


def test_people_are_listed_and_their_lines_shown_with_the_reason(folder: Path) -> None:
    assert "p-samer-al-najjar  Samer al-Najjar" in sitegen(folder, "people").stdout
    shown = sitegen(folder, "people", "سامر النجار").stdout
    assert "content/articles/a.txt:5:" in shown and "content/articles/a.txt:7:" in shown
    assert "the article has the full name" in shown
    row = json.loads(sitegen(folder, "people", "--json").stdout)
    assert row["known"] is False and row["articles"] == 1
    nobody = sitegen(folder, "people", "فلان الفلاني")
    assert nobody.exit_code == 1 and "no article names" in nobody.stderr


def test_a_record_is_added_and_nothing_else_in_the_file_changes(folder: Path) -> None:
    before = '# ours\n[x-y]\nar = "سين صاد"  # why\nen = "X Y"\n'
    before += 'roles = [{ ar = "وزير", en = "Minister", from = 2022-06-01 }]\n'
    write(folder, {"content/lexicon/people.toml": before})
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    result = sitegen(folder, "people", "--add", "سامر  النجار")
    after = (folder / "content/lexicon/people.toml").read_text(encoding="utf-8")
    assert (
        after.startswith(before) and '[samer-al-najjar]\nar = "سامر النجار"\nen = "Samer al-Najjar"' in after
    )
    assert "+[samer-al-najjar]" in result.stdout.splitlines()
    assert not [
        line for line in result.stdout.splitlines() if line.startswith("-") and not line.startswith("---")
    ]
    assert found(folder, "person-unknown") == []
    again = sitegen(folder, "people", "--add", "سامر النجار")
    assert again.exit_code == 1 and "is in the lexicon as samer-al-najjar" in again.stderr
    assert (folder / "content/lexicon/people.toml").read_text(encoding="utf-8") == after


def test_a_spelling_is_added_to_a_record_of_ours_or_to_a_shipped_one(folder: Path) -> None:
    write(folder, {"content/lexicon/people-more.toml": '[samer]\nar = "سامر النجار"\nen = "Samer"\n'})
    sitegen(folder, "people", "--add", "سامر النجارى", "--to", "samer")
    assert 'aliases = ["سامر النجارى"]' in (folder / "content/lexicon/people-more.toml").read_text(
        encoding="utf-8"
    )
    assert sitegen(folder, "people", "--add", "انطوني بلنكن", "--to", "antony-blinken").exit_code == 0
    text = (folder / "content/lexicon/people.toml").read_text(encoding="utf-8")
    assert "انطوني بلنكن" in text and "from = 2021-01-26" in text
    assert found(folder, "problem") == []
    wrong = sitegen(folder, "people", "--add", "سامر", "--to", "antony-blinkn")
    assert (wrong.exit_code, "did you mean antony-blinken?" in wrong.stderr) == (1, True)


def test_two_people_need_two_ids(folder: Path) -> None:
    sitegen(folder, "people", "--add", "سامر النجار")
    other = sitegen(folder, "people", "--add", "سامي نجار", "--en", "Samer al-Najjar")
    assert other.exit_code == 1 and "--to samer-al-najjar" in other.stderr
    assert sitegen(folder, "people", "--add", "سامي نجار", "--id", "Bad Id").exit_code == 1
    assert sitegen(folder, "people", "--add", "سامي نجار", "--id", "sami-najjar").exit_code == 0


def test_topics_are_listed_and_need_an_english_name(folder: Path) -> None:
    assert sitegen(folder, "topics").exit_code == 0
    assert "needs an English name" in sitegen(folder, "topics", "--add", "ميناء الصالحية").stderr
    assert sitegen(folder, "topics", "--add", "مرفأ الصيد", "--en", "Fishing harbour").exit_code == 0
    assert "content/articles/a.txt:5" in sitegen(folder, "topics", "fishing-harbour").stdout


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("عبد الله الأحمر", "عبدالله الأحمر", True), ("نيكولاس بيرنز", "نيقولاس بيرنز", True),
        ("محمد حسن", "محمود حسن", False), ("علي حسن", "علي حسين", False), ("جو بايدن", "هانتر بايدن", False),
        ("سامر الدرويش", "سامر الدرويشي", True), ("علي", "علا", False),
    ],
)  # fmt: skip
def test_what_is_near_and_what_is_not(one: str, other: str, near: bool) -> None:
    assert bool(near_pairs([one, other])) is near


def test_code_points_tell_lookalikes_apart() -> None:
    assert code_points("كي", "کی") == "U+0643 KAF, U+064A YEH against U+06A9 KEHEH, U+06CC FARSI YEH"
    assert code_points("أب", "أبا") == "nothing against U+0627 ALEF"
