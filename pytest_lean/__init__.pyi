"""The public names: the one list, read by type checkers and, at run time, by ``__init__.py``."""

from pytest_lean.config import LeanConfig as LeanConfig
from pytest_lean.config import LeanREPLConfig as LeanREPLConfig
from pytest_lean.errors import CacheDirError as CacheDirError
from pytest_lean.errors import LeanBuildError as LeanBuildError
from pytest_lean.errors import LeanCrashError as LeanCrashError
from pytest_lean.errors import LeanError as LeanError
from pytest_lean.errors import LeanFileError as LeanFileError
from pytest_lean.errors import LeanMemoryError as LeanMemoryError
from pytest_lean.errors import LeanServerError as LeanServerError
from pytest_lean.errors import LeanSettingsError as LeanSettingsError
from pytest_lean.errors import LeanTimeoutError as LeanTimeoutError
from pytest_lean.errors import ToolchainError as ToolchainError
from pytest_lean.errors import ToolchainNotFoundError as ToolchainNotFoundError
from pytest_lean.errors import UnknownEnvError as UnknownEnvError
from pytest_lean.judge.certificate import Certificate as Certificate
from pytest_lean.judge.proof import Judgement as Judgement
from pytest_lean.judge.proof import Proof as Proof
from pytest_lean.messages import Command as Command
from pytest_lean.messages import CommandResponse as CommandResponse
from pytest_lean.messages import Declaration as Declaration
from pytest_lean.messages import FileCommand as FileCommand
from pytest_lean.messages import Message as Message
from pytest_lean.messages import Pos as Pos
from pytest_lean.messages import Reason as Reason
from pytest_lean.messages import Sorry as Sorry
from pytest_lean.server.auto import AutoLeanServer as AutoLeanServer
from pytest_lean.server.server import LeanServer as LeanServer
from pytest_lean.server.trust import STANDARD_AXIOMS as STANDARD_AXIOMS
from pytest_lean.testing.assertions.cost import assert_max_heartbeats as assert_max_heartbeats
from pytest_lean.testing.assertions.cost import heartbeats as heartbeats
from pytest_lean.testing.assertions.declarations import assert_axioms as assert_axioms
from pytest_lean.testing.assertions.declarations import assert_declares as assert_declares
from pytest_lean.testing.assertions.declarations import assert_no_sorry as assert_no_sorry
from pytest_lean.testing.assertions.declarations import (
    assert_not_declared as assert_not_declared,
)
from pytest_lean.testing.assertions.goals import assert_goal as assert_goal
from pytest_lean.testing.assertions.messages import assert_error as assert_error
from pytest_lean.testing.assertions.messages import assert_info as assert_info
from pytest_lean.testing.assertions.messages import assert_messages as assert_messages
from pytest_lean.testing.assertions.messages import assert_no_messages as assert_no_messages
from pytest_lean.testing.assertions.messages import assert_ok as assert_ok
from pytest_lean.testing.assertions.messages import assert_warning as assert_warning
from pytest_lean.testing.assertions.terms import assert_defeq as assert_defeq
from pytest_lean.testing.assertions.terms import assert_eval as assert_eval
from pytest_lean.testing.assertions.terms import assert_proves as assert_proves
from pytest_lean.testing.assertions.terms import assert_reducible_to as assert_reducible_to
from pytest_lean.testing.assertions.terms import assert_type as assert_type
from pytest_lean.testing.costs import Costs as Costs
from pytest_lean.testing.facts import EnvironmentDiff as EnvironmentDiff
from pytest_lean.testing.facts import Facts as Facts
from pytest_lean.testing.facts import Snapshot as Snapshot
from pytest_lean.testing.facts import assert_unchanged as assert_unchanged
from pytest_lean.testing.failure import LeanRejection as LeanRejection
from pytest_lean.testing.lean import Lean as Lean
from pytest_lean.testing.missing_types import LeanWarning as LeanWarning
from pytest_lean.testing.model.agreement import Agreement as Agreement
from pytest_lean.testing.model.classes import Some as Some
from pytest_lean.testing.model.model import Model as Model
from pytest_lean.toolchain.model import Toolchain as Toolchain

__version__: str
