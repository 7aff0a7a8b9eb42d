"""What was said once is kept, within bounds, and never taken for whole when it is not."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from server.voices.kept import SUFFIX, Kept, name_of
from server.voices.sound import whole_wav


def files(folder):
    return sorted(folder.glob(f"*{SUFFIX}"))


def size(folder):
    return sum(path.stat().st_size for path in folder.iterdir())


def test_a_sentence_is_said_once_for_all_processes_and_restarts(opened, tmp_path):
    folder = tmp_path / "speech"
    first = opened(kept=Kept(folder))
    said = first.say("fr", "Bonjour.")
    second = opened(kept=Kept(folder))
    assert second.say("fr", "Bonjour.") == said
    assert second.engine_pid is None
    assert second.say("en", "Bonjour.") != said


def test_a_name_tells_nothing_and_differs_by_voice_and_text():
    names = {name_of(voice, text) for voice in ("a", "ab", "b") for text in ("", "a", "b", "bonjour")}
    assert len(names) == 12
    assert not any("bonjour" in name for name in names)


def test_only_its_owner_reads_what_was_said(opened, tmp_path):
    opened(kept=Kept(tmp_path / "speech")).say("fr", "Bonjour.")
    assert (tmp_path / "speech").stat().st_mode & 0o077 == 0
    [path] = files(tmp_path / "speech")
    assert path.stat().st_mode & 0o077 == 0


def test_the_disk_holds_no_more_than_its_bound_and_lets_the_oldest_go(tmp_path):
    kept = Kept(tmp_path, in_memory=0, on_disk=10_000)
    for number in range(50):
        kept.put(f"{number:02d}", bytes([number]) * 1000)
        os.utime(tmp_path / f"{number:02d}{SUFFIX}", (number, number))  # each a second later
        assert size(tmp_path) <= 10_000
    assert [path.stem for path in files(tmp_path)] == [f"{number:02d}" for number in range(41, 50)]


def test_what_is_asked_for_again_stays(tmp_path):
    kept = Kept(tmp_path, in_memory=0, on_disk=10_000)
    kept.put("greeting", b"g" * 1000)
    os.utime(tmp_path / f"greeting{SUFFIX}", (1, 1))
    for number in range(20):
        assert kept.get("greeting") == b"g" * 1000
        kept.put(str(number), bytes(1000))
        os.utime(tmp_path / f"{number}{SUFFIX}", (2 + number, 2 + number))
    assert size(tmp_path) <= 10_000


def test_memory_holds_no_more_than_its_bound(tmp_path):
    kept = Kept(None, in_memory=10_000)
    for number in range(100):
        kept.put(str(number), bytes(1000))
        kept.put(str(number), bytes(900))
        assert sum(map(len, kept._memory.values())) <= 10_000
    assert kept.get("99") == bytes(900)
    assert kept.get("0") is None
    kept.put("large", bytes(10_001))
    assert kept.get("large") is None
    assert kept.get("99") == bytes(900)


@pytest.mark.parametrize("fault", ["cut off", "one bit", "empty", "foreign"])
def test_a_damaged_file_is_made_again(opened, tmp_path, fault):
    said = opened(kept=Kept(tmp_path)).say("fr", "Bonjour.")
    [path] = files(tmp_path)
    whole = path.read_bytes()
    damaged = {
        "cut off": whole[:-500],
        "one bit": whole[:999] + bytes([whole[999] ^ 1]) + whole[1000:],
        "empty": b"",
        "foreign": b"<html>" * 99,
    }
    path.write_bytes(damaged[fault])
    again = opened(kept=Kept(tmp_path)).say("fr", "Bonjour.")
    assert whole_wav(again.data)
    assert len(again.data) == len(said.data)
    assert path.read_bytes()[32:] == again.data


def test_files_of_others_stay_and_leftovers_go_with_the_oldest(tmp_path):
    (tmp_path / "letter.txt").write_bytes(bytes(50_000))
    leftover = tmp_path / f"new-abc{SUFFIX}"
    leftover.write_bytes(bytes(5000))
    os.utime(leftover, (1, 1))
    kept = Kept(tmp_path, in_memory=0, on_disk=10_000)
    for number in range(30):
        kept.put(str(number), bytes(1000))
    assert (tmp_path / "letter.txt").stat().st_size == 50_000
    assert not leftover.exists()


def test_several_who_write_the_same_never_show_half_of_it(tmp_path):
    kept = [Kept(tmp_path, in_memory=0, on_disk=100_000) for _ in range(4)]

    def write_and_read(number):
        one = kept[number % 4]
        one.put(str(number % 5), bytes([number % 5]) * 20_000)
        return one.get(str(number % 5)) in {None, bytes([number % 5]) * 20_000}

    with ThreadPoolExecutor(4) as processes:
        assert all(processes.map(write_and_read, range(200)))
    assert len(files(tmp_path)) <= 5
    assert list(tmp_path.glob("new-*")) == []


def test_a_disk_that_takes_nothing_is_told_once_and_speech_goes_on(opened, tmp_path, told):
    (tmp_path / "speech").write_text("a file where the folder should be")
    voices = opened(kept=Kept(tmp_path / "speech"))
    for text in ("Un.", "Deux.", "Trois."):
        assert whole_wav(voices.say("fr", text).data)
    assert told().count("cannot be kept") == 1


def test_three_hundred_sentences_stay_within_their_bounds(opened, tmp_path):
    voices = opened(kept=Kept(tmp_path, in_memory=300_000, on_disk=1_000_000))
    for number in range(300):
        assert whole_wav(voices.say("fr", f"{number}").data)
        assert size(tmp_path) <= 1_000_000
    assert sum(map(len, voices._kept._memory.values())) <= 300_000
    assert len(files(tmp_path)) > 5
