// The writing part of a client's page. Without this file everything still works with links and buttons.

const PAUSE = 700; // milliseconds without a key before a text is looked over

function form() { return document.getElementById("schrijf-formulier"); }
function field() { return document.getElementById("schrijf-tekst"); }

// A quick text goes into the field, at the place of the cursor, and is for the client.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-quick]");
  if (!link) return;
  event.preventDefault();
  document.getElementById("soort-antwoord").checked = true;
  const text = field();
  text.setRangeText(link.dataset.quick, text.selectionStart, text.selectionEnd, "end");
  text.focus();
  lookOverSoon();
});

// Advice while one types a message to the client; notes are nobody's business.
let timer = 0;
let asked = 0;

function lookOverSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => lookOver().catch(() => {}), PAUSE);
}

async function lookOver() {
  const here = form();
  const place = document.getElementById("advies");
  if (!here || !document.getElementById("soort-antwoord").checked || !field().value.trim()) {
    place?.replaceChildren();
    return;
  }
  const mine = (asked += 1);
  const sent = new URLSearchParams({ csrf: here.elements.csrf.value, text: field().value });
  const answer = await fetch(here.dataset.advice, { method: "POST", body: sent });
  if (!answer.ok || mine !== asked) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body;
  if (fresh.innerHTML.trim() !== place.innerHTML.trim()) place.replaceChildren(...fresh.childNodes);
}

document.addEventListener("input", (event) => { if (event.target === field()) lookOverSoon(); });
document.addEventListener("change", (event) => { if (event.target.name === "mode") lookOverSoon(); });

// How long a message can still be taken back.
function count() {
  for (const undo of document.querySelectorAll("[data-undo]")) {
    const left = Math.ceil((new Date(undo.dataset.undo) - Date.now()) / 1000);
    undo.querySelector("[data-seconds]").textContent = left > 0 ? undo.dataset.left.replace("{seconds}", left) : "";
    if (left < -1) undo.remove();
  }
}
count();
setInterval(count, 500);
