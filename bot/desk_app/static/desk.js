// Keeps an open page up to date. Without this file everything still works: reload to see what is new.
// The page is fetched again as a whole and only the parts marked data-live are exchanged, so what is
// typed in a form stays where it is.

const body = document.body;
let source = null;
let timer = 0;
let seen = body.dataset.events;

function exchange(old, fresh) {
  // Children with an id that did not change stay the same nodes: pictures are not fetched again,
  // opened details stay open, and the place in the conversation is kept.
  const known = new Map([...old.children].filter((node) => node.id).map((node) => [node.id, node]));
  const nodes = [...fresh.childNodes].map((node) => {
    const before = node.id ? known.get(node.id) : undefined;
    return before && same(before, node) ? before : document.importNode(node, true);
  });
  old.className = fresh.className;
  old.replaceChildren(...nodes);
}

function same(before, after) {
  const copy = before.cloneNode(true);
  for (const open of copy.querySelectorAll("details[open]")) open.removeAttribute("open");
  if (copy.tagName === "DETAILS") copy.removeAttribute("open");
  return copy.isEqualNode(after);
}

function exchangeForms(page) {
  // Another case, or none any more: other forms. What was typed moves along.
  const old = document.getElementById("acties");
  const fresh = page.getElementById("acties");
  if (!old || !fresh || old.dataset.forms === fresh.dataset.forms) return;
  const typed = new Map([...old.querySelectorAll("textarea[name]")].map((field) => [field.id, field.value]));
  const chosen = old.querySelector("input[name=mode]:checked");
  const shown = document.importNode(fresh, true);
  for (const field of shown.querySelectorAll("textarea[name]")) field.value = typed.get(field.id) || field.value;
  if (chosen) shown.querySelector(`#${chosen.id}`).checked = true;
  // A recording is in the page only: its part stays the same, and so does the focus in it.
  const kept = old.querySelector("[data-kept]");
  const focus = kept?.contains(document.activeElement) ? document.activeElement : null;
  const place = shown.querySelector("[data-kept]");
  if (kept && place) place.replaceWith(kept);
  else if (kept?.dataset.busy) shown.prepend(kept);
  old.replaceWith(shown);
  focus?.focus({ preventScroll: true });
}

async function refresh() {
  // A page that answers a form has no address of its own: it names where the same can be read.
  const address = body.dataset.refresh || location.pathname + location.search;
  const answer = await fetch(address, { headers: { "X-Desk-Refresh": "1" } });
  if (!answer.ok || answer.redirected) return location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const place = document.activeElement && document.activeElement.closest("[data-live] [id]");
  let changed = false;
  for (const old of document.querySelectorAll("[data-live]")) {
    const fresh = page.getElementById(old.id);
    if (!fresh || same(old, fresh)) continue;
    exchange(old, fresh);
    changed = true;
  }
  exchangeForms(page);
  if (place && document.activeElement === body) {
    document.getElementById(place.id)?.querySelector("a, button, summary")?.focus({ preventScroll: true });
  }
  seen = page.body.dataset.events || seen;
  if (changed) tell();
}

function tell() {
  const news = document.getElementById("nieuws");
  news.textContent = body.dataset.news;
  setTimeout(() => { news.textContent = ""; }, 4000);
}

function soon() {
  // Several changes at once are one refresh.
  clearTimeout(timer);
  timer = setTimeout(() => refresh().catch(() => {}), 150);
}

document.addEventListener("desk:changed", soon);

function open() {
  source = new EventSource(seen);
  source.addEventListener("verandering", (event) => {
    if (!body.dataset.client || event.data === body.dataset.client) soon();
  });
}

function close() {
  if (source) source.close();
  source = null;
}

// A hidden page needs no connection: browsers allow only six to one server.
document.addEventListener("visibilitychange", () => {
  close();
  if (!document.hidden) refresh().catch(() => {}).finally(open);
});
window.addEventListener("pagehide", close);
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

// «wacht 2 uur» grows with time, also when nothing happens.
setInterval(() => { if (!document.hidden && source) soon(); }, 60000);

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]")) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  for (const button of form.querySelectorAll("button[type=submit]")) button.setAttribute("aria-disabled", "true");
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.target.form) return;
  // The button that one sees; in the form for writing that is the one of the chosen mode.
  const seen = [...event.target.form.querySelectorAll("button[type=submit]")].find((button) => button.offsetParent);
  event.target.form.requestSubmit(seen);
});

if (body.dataset.events && !document.hidden) open();
