"""How a report looks: colours for light and for dark, a phone, a wide screen, and paper.

Texts have a contrast of 4.5 to 1 at least with what is behind them, bars 3 to 1 (WCAG 2.1, 1.4.3 and 1.4.11).
"""

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "ground": "#ffffff",
    "panel": "#f4f6f9",
    "text": "#1b1f24",
    "quiet": "#56606b",
    "line": "#d3d9e0",
    "bar": "#2b6cdf",
    "track": "#e3e8ef",
    "level-0": "#e8ecf1",
    "level-1": "#b3cdf8",
    "level-2": "#7aa6f2",
    "level-3": "#3a76df",
    "level-4": "#123c8c",
}
DARK: Mapping[str, str] = {
    "ground": "#15181d",
    "panel": "#1f242b",
    "text": "#e7eaef",
    "quiet": "#a6afbb",
    "line": "#3a424d",
    "bar": "#6ba5ff",
    "track": "#2b323b",
    "level-0": "#272d35",
    "level-1": "#27497c",
    "level-2": "#3469b8",
    "level-3": "#5e97f2",
    "level-4": "#b0cfff",
}
_PAGE = """
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); line-height: 1.5; font-family: system-ui,
  -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",
  "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; }
main { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .5rem; }
p { margin: 0 0 .25rem; }
time { white-space: nowrap; }
header p, footer, figcaption, details, .beside { color: var(--quiet); }
section { margin-top: 2rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.25rem, 1fr)); gap: .75rem; margin: 1.25rem 0
  0; }
.figures div { background: var(--panel); border-radius: .5rem; padding: .75rem; }
.figures dt { font-size: .875rem; color: var(--quiet); }
.figures dd { margin: 0; }
.figures .value { font-size: 1.375rem; font-weight: 600; line-height: 1.3; }
.beside, details, footer { font-size: .8125rem; }
figure { margin: 1.25rem 0 0; }
figcaption { font-size: .875rem; font-weight: 600; margin-bottom: .375rem; }
details { margin-top: .625rem; }
summary { cursor: pointer; width: fit-content; }
.more table { color: var(--text); }
table { border-collapse: collapse; }
th { font-weight: 400; text-align: left; }
.bars table { width: 100%; font-size: .875rem; }
.bars th, .bars td { padding: .125rem 0; vertical-align: middle; line-height: 1.35; }
.bars .bar { padding: 0 .75rem; min-width: 4rem; }
.bars .bar svg { display: block; width: 100%; height: .75rem; }
.bars .told { width: 1%; white-space: pre; text-align: right; font-variant-numeric: tabular-nums; }
.numbers table { font-variant-numeric: tabular-nums; margin-top: .25rem; }
.numbers th, .numbers td { padding: .0625rem 1.25rem .0625rem 0; text-align: left; }
.numbers thead th { font-weight: 600; }
.columns > svg { display: block; width: 100%; height: 152px; overflow: visible; }
.year { display: flex; flex-wrap: wrap; gap: .5rem 1rem; }
.year svg { display: block; max-width: 100%; height: auto; }
.legend { display: flex; flex-wrap: wrap; gap: .125rem 1rem; list-style: none; padding: 0; margin: .5rem 0 0;
  font-size: .8125rem; color: var(--quiet); }
.legend svg { width: .75rem; height: .75rem; margin-right: .375rem; vertical-align: -.0625rem; }
svg text { fill: var(--quiet); font-size: 12px; font-family: inherit; }
.year svg text { font-size: 10px; }
.fill { fill: var(--bar); }
.marked { fill: var(--ground); stroke: var(--bar); stroke-width: 1.5; }
.track { fill: var(--track); }
.rule { stroke: var(--line); stroke-width: 1; }
footer { margin-top: 2.5rem; }
@media (max-width: 34rem) {
  .roomy { display: none; }
  .figures { grid-template-columns: 1fr 1fr; }
  .figures div:last-child:nth-child(odd) { grid-column: 1 / -1; }
  .bars table, .bars tbody { display: block; }
  .bars tr { display: grid; grid-template-columns: 1fr max-content; align-items: end; padding: .25rem 0; }
  .bars .told { padding-left: .75rem; width: auto; }
  .bars .bar { grid-area: 2 / 1 / auto / -1; padding: .125rem 0 0; }
}
"""
_PAPER = """
@page { margin: 16mm 14mm; }
@media print {
  html { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  section { margin-top: 1.25rem; padding-top: .75rem; }
  h2, figcaption, section > p { break-after: avoid; }
  h2 + p, tr, .figures div, .columns, .year, .short { break-inside: avoid; }
  .year { flex-wrap: nowrap; }
  .year svg { flex: 1 1 0; min-width: 0; }
  .numbers { display: none; }
  .meaning summary, .more summary { display: none; }
  .more { margin: 0; }
  .legend, .meaning { break-before: avoid; }
  .meaning::details-content, .more::details-content { content-visibility: visible; height: auto; display: block; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""


def style() -> str:
    """The style sheet of a page. Paper is light, whatever the screen is."""
    levels = "\n".join(f".level-{level} {{ fill: var(--level-{level}); }}" for level in range(5))
    return "\n".join(
        [
            f":root {{ color-scheme: light dark; {_variables(LIGHT)} }}",
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_variables(DARK)} }} }}",
            _PAGE.strip(),
            levels,
            _PAPER.strip(),
        ]
    )


def _variables(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())
