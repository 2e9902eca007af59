"""What can be wrong with a cluster of other machines, in words, Vietnamese first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.core.catalogue import Entry

if TYPE_CHECKING:
    from plugins.core.problems import Problem

_CONFIGURATION = "pelicanconf.py"

CATALOGUE = {
    "cluster-package": Entry(
        "Chưa cài thư viện “distributed” mà WORKERS “scheduler” cần.",
        "cài requirements/cluster.txt, hoặc bỏ “scheduler”.",
        "The package that the setting “scheduler” of WORKERS needs is not installed.",
        "Install requirements/cluster.txt, or leave “scheduler” out.",
    ),
    "cluster-away": Entry(
        "Không kết nối được với “{address}”, bộ điều phối của cụm máy: {detail}",
        "xem địa chỉ trong WORKERS đã đúng và “dask scheduler” đang chạy.",
        "The cluster's scheduler cannot be reached.",
        "Is the address in WORKERS right, and “dask scheduler” running?",
    ),
    "cluster-idle": Entry(
        "Cụm máy “{address}” không có máy nào nhận việc, đã chờ {seconds} giây.",
        "chạy “dask worker {address}” trên các máy đó, theo docs/settings.md.",
        "The cluster has no worker.",
        "Start some, as docs/settings.md tells.",
    ),
    "cluster-differs": Entry(
        "Cụm máy “{address}” có máy khác máy này nên có thể cho kết quả khác: {differences}",
        "đưa các máy về cùng mã nguồn và cùng requirements/, rồi khởi động lại “dask worker”.",
        "Workers differ from this machine: their results might, too.",
        "Give them the same commit and the same requirements/, and start them again.",
    ),
    "cluster-lost": Entry(
        "Mất liên lạc với cụm máy “{address}” giữa chừng: {detail}",
        "xem “dask scheduler” có bị dừng không.",
        "The cluster was lost on the way.",
        "Has “dask scheduler” stopped?",
    ),
}


class ClusterError(Exception):
    """The cluster cannot do the work; `values` fill the catalogue's entry."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self._code, self._values = code, values

    def problem(self, address: str) -> Problem:
        """Return it as a problem of the settings, for the cluster at an address."""
        return CATALOGUE[self._code].problem(
            self._code, _CONFIGURATION, 1, address=address, **self._values
        )
