"""LeanConfig as a value: what is equal, what can be a key, what survives a pickle."""

from __future__ import annotations

import dataclasses
import pickle

import pytest

from pytest_lean import LeanConfig


def test_equal_configurations_are_one_key():
    first = LeanConfig(options={"pp.all": True, "maxRecDepth": 100}, imports=["Init"])
    second = LeanConfig(options={"maxRecDepth": 100, "pp.all": True}, imports=("Init",))
    assert first == second
    assert {first: "found"}[second] == "found"


@pytest.mark.parametrize(
    "change",
    [{"options": {"pp.all": False}}, {"options": {"pp.all": 1}}, {"options": {}}, {"timeout": 1}],
)
def test_another_configuration_is_another_key(change):
    config = LeanConfig(options={"pp.all": True})
    assert dataclasses.replace(config, **change) not in {config}


def test_options_are_read_like_a_mapping():
    options = LeanConfig(options={"pp.all": True}).options
    assert options == {"pp.all": True}
    assert options["pp.all"] is True
    assert {**options, "maxRecDepth": 1} == {"pp.all": True, "maxRecDepth": 1}
    assert repr(options) == "{'pp.all': True}"


def test_options_do_not_follow_the_dict_that_they_came_from():
    given = {"pp.all": True}
    config = LeanConfig(options=given)
    given["pp.all"] = False
    assert config.options["pp.all"] is True


def test_a_pickled_configuration_is_the_same_key():
    config = LeanConfig(options={"pp.all": True}, search_path=["lib"])
    assert pickle.loads(pickle.dumps(config)) in {config}
