"""One table a journey, and every screen on it in the report when the journey fails."""

import os

import pytest

from table import REPOSITORY, Table


@pytest.fixture(scope="session", autouse=True)
def at_the_repository():
    """Samples and themes are found from here, as `make run` finds them."""
    os.chdir(REPOSITORY)


@pytest.fixture
def table(tmp_path, request):
    table = Table(tmp_path)
    request.node.table = table
    yield table
    table.clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    table = getattr(item, "table", None)
    if report.failed and table:
        for number, terminal in enumerate(table.terminals, 1):
            drawing = getattr(terminal, "drawing", "only its bytes were looked at")
            report.sections.append((f"terminal {number}", drawing))
    return report
