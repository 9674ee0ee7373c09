"""How cards of ours look in Anki: by day and by night, with Chinese letters on every system."""

LOOK = """\
.card {
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  font-size: 19px;
  line-height: 1.55;
  max-width: 42em;
  margin: 0 auto;
  padding: 0.5em 1em;
  text-align: left;
  color: #1f2328;
  background-color: #ffffff;
}
.prompt { font-weight: 600; }
.prompt p + *, .prompt ul, .prompt ol, .prompt pre, .prompt table { font-weight: 400; }
.explanation { margin-top: 1em; color: #57606a; }
hr { border: 0; border-top: 1px solid #d0d7de; margin: 1em 0; }
code, pre {
  font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace;
  font-size: 0.9em;
  background-color: #f3f4f6;
  border-radius: 4px;
}
code { padding: 0.1em 0.3em; }
pre { padding: 0.7em 0.9em; overflow-x: auto; }
pre code { padding: 0; background: none; }
table { border-collapse: collapse; margin: 0.7em 0; }
th, td { border: 1px solid #d0d7de; padding: 0.25em 0.7em; }
blockquote { margin: 0.7em 0; padding-left: 0.9em; border-left: 3px solid #d0d7de; }
img { max-width: 100%; height: auto; }
.cloze { font-weight: 600; color: #0a58ca; }
#typeans { font-family: inherit; }
.nightMode.card, .night_mode.card { color: #e6edf3; background-color: #16191d; }
.nightMode .explanation, .night_mode .explanation { color: #9da7b1; }
.nightMode hr, .night_mode hr { border-top-color: #3d444d; }
.nightMode code, .nightMode pre, .night_mode code, .night_mode pre { background-color: #23282e; }
.nightMode th, .nightMode td, .nightMode blockquote, .night_mode th, .night_mode td, .night_mode blockquote {
  border-color: #3d444d;
}
.nightMode .cloze, .night_mode .cloze { color: #6cb0ff; }
"""
