"""Writes faults.md: what the fault suite saw, case by case.

``python docs/faults.py`` runs ``tests/faults/test_faults.py`` on the real process and writes it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

CHECKOUT = Path(__file__).parent.parent
PAGE = CHECKOUT / "docs" / "faults.md"
INTRODUCTION = """\
# Faults, and what was seen of them

`tests/faults/test_faults.py` caused each fault in a real Lean process (4.35.0, embedded), once with
parallel elaboration on and once with it off. After each fault the next commands gave the right
answers (a proof, a false proof, a handle from before), and no process was left behind. A cell lists
what happened, in order: restarts with their causes, and exceptions. Times and peaks are from one
run; `python docs/faults.py` runs the cases again and writes this page.

| case | parallel elaboration on | off |
|---|---|---|
"""


def main() -> int:
    """Run the suite and write the page; return pytest's exit code."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "faults.xml")
        arguments = ["-m", "pytest", "-m", "", "tests/faults/test_faults.py"]
        arguments.append(f"--junitxml={report}")
        code = subprocess.run([sys.executable, *arguments], cwd=CHECKOUT, check=False).returncode
        if code == 0:
            PAGE.write_text(INTRODUCTION + _table(report), encoding="utf-8")
    return code


def _table(report: Path) -> str:
    seen: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for test in ElementTree.parse(report).iter("testcase"):
        case, _, parameters = test.attrib["name"].removeprefix("test_").rstrip("]").partition("[")
        way, _, kind = parameters.partition("-")
        title = f"{case.replace('_', ' ')}{f': {kind}' if kind else ''}"
        [text] = [one.attrib["value"] for one in test.iter("property")]
        seen[title][way] = text
    return "".join(
        f"| {title} | {ways['parallel']} | {ways['serial']} |\n" for title, ways in seen.items()
    )


if __name__ == "__main__":
    sys.exit(main())
