"""WORKERS says who works; what nobody could reach is refused before anything begins."""

from __future__ import annotations

import re
from typing import Any

import pytest

from plugins.core.cluster import DaskExecutor
from plugins.core.executor import LocalExecutor
from plugins.core.settings import SettingsError, load
from plugins.core.workforce import WorkerSettings, make_executor


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"local": 0}, "“local” phải từ 1 trở lên"),
        ({"patience_s": 0}, "“patience_s” phải từ 1 trở lên"),
        ({"scheduler": "10.0.0.5:8786"}, "tcp://host:8786"),
        ({"scheduler": "tcp://10.0.0.5"}, "tcp://host:8786"),
        ({"scheduler": "tcp://:8786"}, "tcp://host:8786"),
        ({"scheduler": "tcp://10.0.0.5:port"}, "tcp://host:8786"),
        ({"scheduler": "http://10.0.0.5:8786"}, "tcp://host:8786"),
        ({"scheduler": ""}, "tcp://host:8786"),
        ({"required": True}, "cần có “scheduler”"),
        ({"sheduler": "tcp://10.0.0.5:8786"}, "Did you mean “scheduler”?"),
    ],
)
def test_wrong_settings_are_refused(given: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(said)):
        load("WORKERS", WorkerSettings, given)


@pytest.mark.parametrize("address", ["tcp://10.0.0.5:8786", "tls://may-1:8786", "tcp://[::1]:80"])
def test_a_scheduler_s_workers_do_the_work(address: str) -> None:
    executor = make_executor(WorkerSettings(local=3, scheduler=address, patience_s=5))
    assert executor == DaskExecutor(address, 5, is_required=False, local=LocalExecutor(3))


def test_without_a_scheduler_this_machine_does() -> None:
    assert make_executor(WorkerSettings(local=3)) == LocalExecutor(3)
    assert make_executor(WorkerSettings()) == LocalExecutor(None)
