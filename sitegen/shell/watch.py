"""Notice that files of a project have changed, and say so once they have come to rest."""

from __future__ import annotations

import queue
import threading
import traceback
import unicodedata
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch
from watchdog.observers.polling import PollingObserver

from sitegen.shell.inputs import FOLDERS

#: An editor saves in several steps (temporary file, rename); they are one change.
REST = 0.05  # seconds without an event

_CHANGES = ("created", "modified", "deleted", "moved")  # reading a file is an event too, but not ours


class Watcher:
    """Calls `on_change` in a thread of its own: once at the start, then after every change with its paths."""

    def __init__(
        self, project: Path, on_change: Callable[[frozenset[str]], object], *, poll: bool = False
    ) -> None:
        self._project = project.resolve()
        self._on_change = on_change
        self._events: queue.SimpleQueue[str | None] = queue.SimpleQueue()  # what changed; None: stop
        self._worker = threading.Thread(target=self._work, name="sitegen-build", daemon=True)
        self._poll = poll
        self._handler = _Handler(self._project, self._events)
        self._watched: dict[str, tuple[ObservedWatch, int]] = {}  # folder -> its watch and inode

    def start(self) -> None:
        """Begin to watch; falls back to looking at the files every second where the system cannot tell."""
        self._observer = PollingObserver() if self._poll else Observer()
        try:
            self._begin()
        except OSError:  # the system's limit of watched folders is reached
            self._observer = PollingObserver()
            self._begin()
        self._events.put("")
        self._worker.start()

    def _begin(self) -> None:
        self._watched.clear()
        self._observer.schedule(self._handler, str(self._project), recursive=False)
        self._attend()
        self._observer.start()

    def _attend(self) -> None:
        """Watch every input folder there is: one may be made, or made anew, while we watch."""
        for folder in FOLDERS:
            place = self._project / folder
            watch, seen = self._watched.get(folder, (None, 0))
            found = place.stat().st_ino if place.is_dir() else 0
            if found == seen:
                continue
            if watch is not None:
                self._observer.unschedule(watch)
                del self._watched[folder]
            if found:
                self._watched[folder] = (
                    self._observer.schedule(self._handler, str(place), recursive=True),
                    found,
                )

    def stop(self) -> None:
        """Stop watching and wait for a build that is under way; one that never began has nothing to stop."""
        if self._worker.ident is None:
            return
        self._observer.stop()
        self._observer.join()
        self._events.put(None)
        self._worker.join()

    def _work(self) -> None:
        while (path := self._events.get()) is not None:
            changed = {path}
            if not self._settle(changed):
                return
            try:
                self._attend()
                self._on_change(frozenset() if "" in changed else frozenset(changed))
            except Exception:
                # Not swallowed: the whole traceback is printed.  What users can cause comes back as a report;
                # this is a bug of ours, and a bug in one build must not end the preview.
                traceback.print_exc()

    def _settle(self, changed: set[str]) -> bool:
        """Wait until nothing more has `changed` for a moment; False when it is time to stop."""
        while True:
            try:
                path = self._events.get(timeout=REST)
            except queue.Empty:
                return True
            if path is None:
                return False
            changed.add(path)


class _Handler(FileSystemEventHandler):
    """Passes on events that concern the inputs of a build."""

    def __init__(self, project: Path, events: queue.SimpleQueue[str | None]) -> None:
        self._project, self._events = project, events

    def dispatch(self, event: FileSystemEvent) -> None:
        """Note one event of the file system."""
        if event.event_type not in _CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        for place in (event.src_path, event.dest_path):
            parts = Path(str(place)).parts[len(self._project.parts) :] if place else ()
            if parts and parts[0] in FOLDERS:
                self._events.put(unicodedata.normalize("NFC", "/".join(parts)))
