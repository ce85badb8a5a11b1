"""The shelf in pieces: an edit writes what it touches, what is lost or garbled is made again."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from sitegen.memo import digest
from sitegen.shelf import HEAD, Shelf, decode_shelf
from sitegen.shell.shelving import load_shelf, save_shelf
from sitegen.site.cards import Card, Details, Office
from sitegen.site.views import CardView, Named, When
from sitegen.work import Abstract, Finished

ARTICLES = 500  # 8 parts
SALMA = Named("person", "salma", "سلمى العطار", "Salma Attar")
WATER = Named("topic", "water", "مياه", "Water")


def card(n: int) -> Card:
    view = CardView(
        id=f"a{n}", title=f"عنوان {n}", headline=f"Title {n}", when=When("2024-03-05", "day", "given"),
        outlet=None, lede="", summary="",
    )  # fmt: skip
    names = tuple(replace(name) for name in (SALMA, WATER)[: 1 + n % 2])
    return Card(view, f"content/articles/a{n}.txt", names, digest=digest(str(n)))


def full(count: int = ARTICLES) -> Shelf:
    shelf = Shelf((("content/lexicon/people.toml", b""),))
    for n in range(count):
        key, path = digest("key", str(n)), f"content/articles/a{n}.txt"
        shelf.abstracts[key] = Abstract(key, path)
        shelf.add(key, Finished(key, digest("out", str(n)), card(n)))
    return shelf


def edited(before: Shelf, n: int) -> Shelf:
    """The shelf of a build in which one article came out otherwise."""
    after, key = Shelf(before.lexicon, before), digest("key", str(n))
    after.abstracts = dict(before.abstracts)
    for each, finished in before.finished.items():
        if each == key:
            after.add(digest("new"), replace(finished, source=digest("new"), problems=()))
        else:
            after.add(each, finished)
    return after


def laid(pieces: dict[str, bytes]) -> Shelf:
    return decode_shelf(lambda name: pieces.get(name, b""))


def test_what_is_stored_comes_back() -> None:
    shelf = full()
    pieces = dict(shelf.pieces(Shelf()))
    again = laid(pieces)
    assert again.abstracts == shelf.abstracts and again.finished == shelf.finished
    assert again.lexicon == shelf.lexicon
    assert again.same_as(shelf) and len(pieces) == 9 and pieces.keys() == again.names == shelf.names
    assert len({id(name) for f in again.finished.values() for name in f.card.terms}) == 2  # held once


def test_details_stay_packed_until_asked_for() -> None:
    office = Office("salma", "وزيرة المياه", "water minister")
    told = card(1).with_details(Details(offices=(office,)))
    assert told.packed and told.details.offices == (office,)
    assert not card(1).with_details(Details()).packed and card(1).details == Details()


@pytest.mark.parametrize("n", [0, 7, ARTICLES - 1])
def test_an_edit_writes_one_part_and_the_head(n: int) -> None:
    pieces = dict(full().pieces(Shelf()))
    before = laid(pieces)
    after = edited(before, n)
    fresh = dict(after.pieces(before))
    assert len(fresh) == 2 and HEAD in fresh and not after.same_as(before)
    assert after.names - fresh.keys() <= pieces.keys()
    assert laid({**pieces, **fresh}).finished == after.finished
    assert dict(edited(after, n + 1).pieces(after)).keys() != fresh.keys()  # again from memory


def test_another_lexicon_writes_the_head_alone() -> None:
    before = laid(dict(full().pieces(Shelf())))
    after = Shelf((), before)
    after.abstracts, after.finished = before.abstracts, before.finished
    assert list(dict(after.pieces(before))) == [HEAD]


def test_another_number_of_parts_writes_all() -> None:
    before = laid(dict(full(64).pieces(Shelf())))
    assert len(dict(full(300).pieces(before))) == 9


def test_a_part_that_is_garbled_lost_or_of_another_shelf_is_left_out() -> None:
    shelf = full()
    pieces = dict(shelf.pieces(Shelf()))
    first, second, third, fourth = [name for name in pieces if name != HEAD][:4]
    for data in (pieces[first][:-1], b"", pieces[second], bytes([pieces[first][0] ^ 1]) + pieces[first][1:]):
        found = laid({**pieces, first: data})
        assert 0 < len(found.finished) < ARTICLES and found.finished.items() <= shelf.finished.items()
        healed = dict(shelf.pieces(found))
        assert healed[first] == pieces[first]
    assert len(laid({**pieces, third: b"", fourth: b""}).names) == 7


@pytest.mark.parametrize("head", [b"", b"garbled", b"\0" * 64])
def test_without_a_head_the_shelf_is_empty(head: bytes) -> None:
    pieces = dict(full().pieces(Shelf()))
    found = laid({**pieces, HEAD: head})
    assert not found.finished and not found.lexicon and found.same_as(Shelf())


def test_on_disk_no_piece_is_left_behind(tmp_path: Path) -> None:
    save_shelf(tmp_path, full(), Shelf())
    before = load_shelf(tmp_path)
    times = {path.name: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    after = edited(before, 3)
    save_shelf(tmp_path, after, before)
    lying = {path.name: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert lying.keys() == after.names
    assert len([name for name, time in lying.items() if times.get(name) != time]) == 2
    assert load_shelf(tmp_path).finished == after.finished
    assert save_shelf(tmp_path, load_shelf(tmp_path), after) is after  # the same: nothing is written


def test_after_a_build_that_changes_no_article_an_edit_still_writes_one_part(tmp_path: Path) -> None:
    held = save_shelf(tmp_path, full(), Shelf())
    held = save_shelf(tmp_path, full(), held)
    after = edited(held, 3)
    assert len(dict(after.pieces(held))) == 2


def test_a_shelf_of_before_pieces_is_in_nobody_s_way(tmp_path: Path) -> None:
    place = tmp_path / ".cache/sitegen/shelf"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"an older program's")
    assert not load_shelf(tmp_path).finished
    save_shelf(tmp_path, full(10), Shelf())
    assert len(load_shelf(tmp_path).finished) == 10
