"""`quizapp check` tries computed questions out."""

import re

from quizapp.checks.expressions import FUNCTIONS
from tests.cli.conftest import Home, Run, process

SOUND = """\
## How many weights? {#weights}

`Conv2d({{c_in}}, {{c_out}}, {{k}})`

```check
draw:
  c_in: [3, 16]
  c_out: [16, 32]
  k: [1, 3, 5]
answer: c_out * c_in * k**2
mistakes:
  one-side:
    answer: c_out * c_in * k
    says: A kernel has {{k}}·{{k}} weights.
```

**{{answer}}**
"""
CHINESE = """\
## 有多少个权重？ {#weights}

`Conv2d({{c_in}}, {{c_out}}, {{k}})`

```check
hint: 先看一个卷积核。
```

**{{answer}}**
"""


def test_a_sound_computed_question_has_no_faults(own: Home, run: Run) -> None:
    own.write(SOUND)
    result = run("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no faults\n")


def test_faults_are_told_at_the_character_that_is_meant(own: Home, run: Run) -> None:
    own.write(
        SOUND.replace("c_in * k**2", "cin * k**2").replace("{{k}}·{{k}}", "{{k}}·{{q}}").replace("{{c_out}}", "{{out}}")
    )
    result = run("check")
    assert result.exit_code == 1
    assert [line.removeprefix("home/cards/06-pools/pooling.md:") for line in result.stdout.splitlines()] == [
        "3:19: unknown name `out`: did you mean `c_out`?",
        "10:17: unknown name `cin`: did you mean `c_in`?",
        "14:30: unknown name `q`: no such name is defined here",
    ]


def test_a_fault_that_shows_in_some_draws_names_one_of_them(own: Home, run: Run) -> None:
    own.write(SOUND.replace("says: A kernel", "says: A{{1 / (k - 5)}} kernel"))
    (line,) = run("check").stdout.splitlines()
    assert re.search(r"pooling\.md:14:12: division by zero \(c_in = \d+, c_out = \d+, k = 5\): ", line)


def test_the_steps_of_each_language_must_end_in_the_answer(own: Home, run: Run) -> None:
    own.write(SOUND, "pooling.en.md")
    own.write(CHINESE.replace("{{answer}}", "{{k}}"), "pooling.zh.md")
    lines = run("check").stdout.splitlines()
    assert [line.partition("06-pools/")[2].partition(" (")[0] for line in lines] == [
        "pooling.zh.md:6:1: the mistake `one-side` has no text in this language: write `one-side: …`",
        "pooling.zh.md:9:1: the steps do not end in the answer",
    ]


def test_what_the_second_language_lacks_is_a_note(own: Home, run: Run) -> None:
    own.write(SOUND, "pooling.en.md")
    own.write(CHINESE, "pooling.zh.md")
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "no faults, 1 note\n")


def test_a_file_asked_for_alone_has_only_its_own_faults_told(own: Home, run: Run) -> None:
    own.write(SOUND.replace("answer: c_out", "answer: q"), "pooling.en.md")
    chinese = own.write(CHINESE, "pooling.zh.md")
    assert run("check", str(chinese)).stdout == ""


def test_stats_tell_how_the_draws_fare(own: Home, run: Run) -> None:
    own.write(SOUND)
    head, row = run("check", "--stats").stdout.splitlines()
    assert head.split() == ["draws", "tries", "collide", "still", "twins", "Card"]
    draws, tries, first, left, twins, name = row.split()
    assert (name, draws, left, twins) == ("pooling/weights", "200", "0.0%", "0.0%")
    assert 1.3 < float(tries) < 1.8
    assert 25 < float(first.rstrip("%")) < 42


def test_every_function_is_listed_with_its_arguments_and_what_it_is_for(run: Run) -> None:
    lines = run("check", "--functions").stdout.splitlines()
    assert [line.partition("(")[0] for line in lines[::2]] == sorted(FUNCTIONS)
    assert all(re.fullmatch(r"\w+\(.*\)", line) for line in lines[::2])
    assert all(re.fullmatch(r" {4}\S.*", line) for line in lines[1::2])
    assert "conv_size(size, k, s=1, p=0, d=1)" in lines
    assert "Fraction" not in "".join(lines[::2])


def test_what_a_deck_puts_into_its_faults_drives_no_terminal(own: Home, run: Run) -> None:
    own.write(SOUND.replace("draw:", "draw:\n  'a\x1b[31m': [1]").replace("{{c_out}}", "{{c\x9bout}}"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", run("check").stdout)


def test_many_checks_are_tried_out_by_a_real_process(own: Home) -> None:
    for number in range(14):
        own.write(SOUND, f"pooling{number}.md")
    done = process("check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "no faults\n")
