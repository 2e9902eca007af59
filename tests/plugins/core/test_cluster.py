"""A cluster does as this machine would, whoever is killed; what is wrong with it is told."""

from __future__ import annotations

import shutil
import socket
import sys
from typing import TYPE_CHECKING

import pytest

from plugins.core.cluster import DaskExecutor
from plugins.core.executor import LocalExecutor, Task, TaskLostError
from plugins.core.settings import SettingsError
from tests.plugins.core import tasks
from tests.plugins.core.cluster import PROJECT, run_cluster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.plugins.core.cluster import Cluster


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Return a cluster of two workers, for tests that kill neither."""
    with run_cluster(tmp_path_factory.mktemp("cluster"), "one", "two") as running:
        yield running


def executor(address: str, *, is_required: bool = False, patience_s: int = 30) -> DaskExecutor:
    return DaskExecutor(address, patience_s, is_required, LocalExecutor(2))


def number(count: int) -> list[tuple[str, int]]:
    return [(f"item {n}", n) for n in range(count)]


@pytest.fixture
def lonely_address() -> Iterator[str]:
    """Return an address at which nobody answers: bound, and not listening."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield f"tcp://127.0.0.1:{bound.getsockname()[1]}"


@pytest.mark.parametrize("own_process", [False, True])
@pytest.mark.parametrize("count", [0, 1, 100])
def test_results_come_with_their_names_in_order(
    cluster: Cluster, count: int, *, own_process: bool
) -> None:
    task = Task("x", tasks.add, 100, own_process=own_process)
    done = executor(cluster.address, is_required=True).map_in_order(task, number(count), count)
    assert list(done) == [(f"item {n}", 100 + n) for n in range(count)]


def test_both_workers_work(cluster: Cluster) -> None:
    task = Task("x", tasks.wait_and_tell_process, 0.02)
    done = executor(cluster.address, is_required=True).map_in_order(task, number(40), 40)
    assert {pid for _, pid in done} == set(cluster.pids)


def test_progress_is_shown_where_somebody_watches(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, int]] = []

    def track(results: Iterator[str], *, description: str, total: int, **_: bool) -> Iterator[str]:
        shown.append((description, total))
        return results

    monkeypatch.setattr("plugins.core.workers.track", track)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.delenv("CI", raising=False)
    task = Task("PDF", tasks.add, 1)
    done = executor(cluster.address, is_required=True).map_in_order(task, number(3), 3)
    assert len(list(done)) == 3
    assert shown == [("PDF", 3)]


def test_nobody_outside_this_machine_is_listened_to(cluster: Cluster) -> None:
    addresses = cluster.listening()
    assert len(addresses) >= 3
    assert {address.split(":")[0] for address in addresses} == {"127.0.0.1"}


def test_large_items_go_and_what_they_share_too(cluster: Cluster) -> None:
    task = Task("x", tasks.measure, bytes(12_000_000))
    items = [(n, bytes(11_000_000 + n)) for n in range(3)]
    done = executor(cluster.address, is_required=True).map_in_order(task, items, 3)
    assert [size for _, size in done] == [(12_000_000, 11_000_000 + n) for n in range(3)]


@pytest.mark.parametrize(
    ("function", "error"),
    [(tasks.divide, ZeroDivisionError), (tasks.run_out_of_time, TimeoutError)],
)
def test_a_task_s_own_failure_is_raised(
    cluster: Cluster, function: Callable[[int, int], float], error: type[Exception]
) -> None:
    task = Task("x", function, 6)
    with pytest.raises(error):
        list(executor(cluster.address, is_required=True).map_in_order(task, number(5), 5))


def test_a_worker_killed_in_the_middle_changes_nothing(tmp_path: Path) -> None:
    with run_cluster(tmp_path, "one", "two") as cluster:
        chosen = executor(cluster.address, is_required=True)
        done = chosen.map_in_order(Task("x", tasks.wait_and_add, 0.02), number(100), 100)
        found = [next(done) for _ in range(10)]
        cluster.kill("one")
        found += done
    assert found == [(f"item {n}", n + 0.02) for n in range(100)]


def test_an_item_that_kills_each_worker_is_named(tmp_path: Path) -> None:
    with run_cluster(tmp_path, "one", "two") as cluster:
        done = executor(cluster.address, patience_s=3).map_in_order(
            Task("x", tasks.end_process, 7, own_process=True), number(30), 30
        )
        found: list[int] = []
        with pytest.raises(TaskLostError) as caught:
            found.extend(item for _, item in done)
    assert found == list(range(7))
    assert caught.value.name == "item 7"


def test_where_all_workers_are_gone_this_machine_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with run_cluster(tmp_path, "one") as cluster:
        chosen = executor(cluster.address, patience_s=3)
        done = chosen.map_in_order(Task("x", tasks.wait_and_add, 0.02), number(60), 60)
        found = [next(done)]
        cluster.kill("one")
        found += done
    assert found == [(f"item {n}", n + 0.02) for n in range(60)]
    assert "không có máy nào nhận việc, đã chờ 3 giây" in capsys.readouterr().err


def test_where_the_scheduler_is_gone_this_machine_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with run_cluster(tmp_path, "one") as cluster:
        chosen = executor(cluster.address)
        done = chosen.map_in_order(Task("x", tasks.wait_and_add, 0.02), number(60), 60)
        found = [next(done)]
        cluster.kill("scheduler")
        found += done
        assert "giữa chừng" in capsys.readouterr().err
        again = chosen.map_in_order(Task("x", tasks.add, 1), number(2), 2)
        assert list(again) == [("item 0", 1), ("item 1", 2)]
    assert found == [(f"item {n}", n + 0.02) for n in range(60)]
    assert capsys.readouterr().err == ""


def test_an_address_where_nobody_is_is_told(
    lonely_address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    done = executor(lonely_address, patience_s=1).map_in_order(
        Task("x", tasks.add, 1), number(2), 2
    )
    assert list(done) == [("item 0", 1), ("item 1", 2)]
    said = capsys.readouterr().err
    assert f"pelicanconf.py:1 — Cảnh báo: Không kết nối được với “{lonely_address}”" in said
    assert "Máy này tự làm: lâu hơn, kết quả như nhau." in said


def test_where_the_cluster_is_required_it_stops_the_build(lonely_address: str) -> None:
    chosen = executor(lonely_address, is_required=True, patience_s=1)
    with pytest.raises(SettingsError, match="Không kết nối được"):
        list(chosen.map_in_order(Task("x", tasks.add, 1), number(2), 2))


def test_who_has_nothing_to_do_needs_no_cluster(lonely_address: str) -> None:
    chosen = executor(lonely_address, is_required=True, patience_s=1)
    assert list(chosen.map_in_order(Task("x", tasks.add, 1), [], 0)) == []


def test_a_cluster_without_workers_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with run_cluster(tmp_path) as cluster:
        done = executor(cluster.address, patience_s=3).map_in_order(
            Task("x", tasks.add, 1), number(2), 2
        )
        assert list(done) == [("item 0", 1), ("item 1", 2)]
        assert f"chạy “dask worker {cluster.address}”" in capsys.readouterr().err


def test_without_the_package_it_is_told_what_to_install(
    lonely_address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = executor(lonely_address, patience_s=1).map_in_order(
        Task("x", tasks.add, 1), number(2), 2
    )
    assert list(done) == [("item 0", 1), ("item 1", 2)]
    assert "cài requirements/cluster.txt" in capsys.readouterr().err


def test_workers_with_other_libraries_are_not_trusted(cluster: Cluster) -> None:
    task = Task("x", tasks.add, 1, versions=tasks.tell_versions)
    with pytest.raises(SettingsError) as caught:
        list(executor(cluster.address, is_required=True).map_in_order(task, number(2), 2))
    assert all(f"→ {pid}" in str(caught.value) for pid in cluster.pids)


@pytest.mark.parametrize("change", ["edited", "gone"])
def test_workers_with_other_code_are_not_trusted(tmp_path: Path, change: str) -> None:
    project = tmp_path / "project"
    shutil.copytree(PROJECT / "plugins", project / "plugins")
    shutil.copytree(PROJECT / "tests/plugins/core", project / "tests/plugins/core")
    if change == "edited":
        with (project / "plugins/core/text.py").open("a") as file:
            file.write("# another version\n")
    else:
        shutil.rmtree(project / "plugins/core/cluster")
    with run_cluster(tmp_path / "cluster", "one", project=project) as cluster:
        chosen = executor(cluster.address, is_required=True)
        with pytest.raises(SettingsError, match="plugins"):
            list(chosen.map_in_order(Task("x", tasks.add, 1), number(2), 2))


def test_a_stranger_that_comes_later_is_not_trusted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "project"
    shutil.copytree(PROJECT / "plugins", project / "plugins")
    shutil.copytree(PROJECT / "tests/plugins/core", project / "tests/plugins/core")
    (project / "plugins/core/another.py").touch()
    with run_cluster(tmp_path / "cluster", "one") as cluster:
        task = Task("x", tasks.wait_and_add, 0.05)
        done = executor(cluster.address).map_in_order(task, number(60), 60)
        found = [next(done)]
        cluster.start_workers("stranger", project=project)
        cluster.kill("one")
        found += done
    assert found == [(f"item {n}", n + 0.05) for n in range(60)]
    assert "có máy khác máy này" in capsys.readouterr().err
