// Shortcuts of one letter. They can be switched off, so that nobody who speaks to the computer trips over them.
// Everything they do can also be done without them.

const overview = document.getElementById("toetsen");
const switched = document.getElementById("toetsen-aan");
const KEPT = "desk-keys";

function on() {
  try { return localStorage.getItem(KEPT) !== "off"; } catch { return true; }
}

function keep(value) {
  try { localStorage.setItem(KEPT, value ? "on" : "off"); } catch { /* then for this page only */ }
}

function typing(target) {
  return target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") !== null;
}

function step(by) {
  const links = [...document.querySelectorAll(".row:not([hidden]) .row-name a")];
  if (!links.length) return;
  const here = links.indexOf(document.activeElement);
  const next = links[here < 0 ? (by > 0 ? 0 : links.length - 1) : Math.max(0, Math.min(links.length - 1, here + by))];
  next.focus();
  next.closest(".row").scrollIntoView({ block: "nearest" });
}

function write(mode) {
  const choice = document.getElementById(`soort-${mode}`);
  if (!choice) return;
  choice.checked = true;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  document.getElementById("schrijf-tekst").focus();
}

const ACTS = {
  "j": () => step(1),
  "k": () => step(-1),
  "/": () => document.getElementById("zoek")?.focus(),
  "o": () => document.querySelector(".home").click(),
  "n": () => write("notitie"),
  "a": () => write("antwoord"),
  "t": () => document.querySelector("[data-undo] button")?.click(),
  "?": () => overview.showModal(),
};

if (overview) {
  switched.checked = on();
  switched.addEventListener("change", () => keep(switched.checked));
  for (const button of document.querySelectorAll("[data-keys]")) {
    button.hidden = false;
    button.addEventListener("click", () => overview.showModal());
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || overview.open || !on()) return;
    if (!(event.target instanceof Element) || typing(event.target)) return;
    const act = ACTS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
