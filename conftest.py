"""The tests run pytest inside pytest."""

import pytest

pytest_plugins = ["pytester"]


@pytest.hookimpl(tryfirst=True)  # before xdist takes its own default
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Let each of xdist's workers run whole files, and take over others when it is done.

    Tests of a file share what is dear to make. By default the next test goes to whoever is free, so
    that every worker would make it for every file.
    """
    if getattr(config.option, "numprocesses", None) and config.option.dist == "no":
        config.option.dist = "worksteal"
