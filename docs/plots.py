"""Writes the plots of benchmarks.md, from the figures that stand here and on that page.

``python docs/plots.py`` writes them; ``tests/packaging/test_site.py`` checks that they are current,
and that the page has the same figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "plots"
_LEFT, _WIDTH, _ROW = 250, 640, 34


@dataclass(frozen=True)
class Bar:
    """A bar of a plot: what was measured, and the lowest and highest ratio that was seen."""

    label: str
    low: float
    high: float

    @property
    def figures(self) -> str:
        """How page and plot write it."""
        low, high = (f"{one:g}" if one >= 1 else f"{one:.2f}" for one in (self.low, self.high))
        return low if low == high else f"{low} to {high}"


PLOTS = {
    "judge": (
        Bar("a lean process for each proof", 1, 1),
        Bar("judge, a fresh process a proof", 0.19, 0.3),
        Bar("judge --isolation shared", 0.04, 0.11),
    ),
    "rungs": (
        Bar("checked", 1.0, 1.2),
        Bar("isolated, in the sandbox", 2.5, 3),
        Bar("certified", 3.2, 3.8),
        Bar("certified, a new statement", 5.4, 6.5),
    ),
}


def svg(bars: tuple[Bar, ...]) -> str:
    """Return a picture of bars; it is readable on light and on dark pages."""
    most = max(bar.high for bar in bars)
    height = _ROW * len(bars) + 8
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="sans-serif" font-size="14">'
    ]
    room = _WIDTH - _LEFT - 90
    for number, bar in enumerate(bars):
        top = _ROW * number + 6
        low, high = (round(room * one / most, 1) for one in (bar.low, bar.high))
        parts += [
            f'<text x="{_LEFT - 10}" y="{top + 17}" text-anchor="end" fill="#808080">'
            f"{bar.label}</text>",
            f'<rect x="{_LEFT}" y="{top}" width="{high}" height="22" fill="#9fa8da"/>',
            f'<rect x="{_LEFT}" y="{top}" width="{low}" height="22" fill="#3f51b5"/>',
            f'<text x="{_LEFT + high + 8}" y="{top + 17}" fill="#808080">{bar.figures}</text>',
        ]
    return "\n".join([*parts, "</svg>", ""])


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for _name, _bars in PLOTS.items():
        (FOLDER / f"{_name}.svg").write_text(svg(_bars), encoding="utf-8")
