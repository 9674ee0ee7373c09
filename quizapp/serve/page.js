"use strict";

// The terminal measures a letter when it starts, and keeps what it drew: the fonts have to be there before.
const faces = ["16px", "bold 16px"].flatMap((style) => ["a", "中"].map((text) => [`${style} "Roboto Mono"`, text]));
const start = window.onload;
window.onload = async (event) => {
  await Promise.allSettled(faces.map(([font, text]) => document.fonts.load(font, text)));
  start(event);
  follow(document.body);
};

// The terminal marks the page with classes: keys go where they are wanted, without a click.
function follow(body) {
  document.getElementById("again").onclick = () => window.location.reload();
  const focus = () => {
    const wanted = body.classList.contains("-closed") ? "#again" : ".xterm-helper-textarea";
    if (body.classList.contains("-first-byte") || body.classList.contains("-closed")) {
      document.querySelector(wanted).focus();
    }
  };
  new MutationObserver(focus).observe(body, { attributeFilter: ["class"] });
}
