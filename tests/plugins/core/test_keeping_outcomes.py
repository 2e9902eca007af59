"""An outcome of a base alone is worked out once, and again for another base."""

from __future__ import annotations

from plugins.core.ledger import Ledger


def test_an_outcome_is_kept_while_its_base_is_the_same() -> None:
    worked: list[str] = []

    def work(outcome: str) -> str:
        worked.append(outcome)
        return outcome

    first = Ledger()
    assert first.keep("a", "1", lambda: work("x")) == "x"
    assert first.keep("b", "1", lambda: work("y")) == "y"
    then = Ledger(dict(first.changes()[0]))
    assert then.keep("a", "1", lambda: work("never")) == "x"
    assert then.keep("b", "2", lambda: work("z")) == "z"
    assert worked == ["x", "y", "z"]
    assert [name for name, _ in then.changes()[0]] == ["b"]


def test_what_nobody_asks_for_again_is_forgotten() -> None:
    first = Ledger()
    first.keep("a", "1", lambda: "x")
    then = Ledger(dict(first.changes()[0]))
    then.keep("b", "1", lambda: "y")
    assert then.changes()[1] == ["a"]
