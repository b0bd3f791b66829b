/** Starts the page: the form, the choice of a topic, and the counts. */

import { byId, el } from "../dom.js";
import { useTheme } from "../theme.js";
import * as api from "./api.js";
import { showCard } from "./card.js";
import { showCounts } from "./counts.js";
import { showReasons } from "./reasons.js";
import { showReplies } from "./replies.js";

const CATEGORIES = {
  bijstand: "Bijstand", brieven: "Brieven", btw: "Btw en zzp", contact: "Contact", inkomsten: "Inkomsten",
  nood: "Nood", toeslagen: "Toeslagen", uitstroom: "Uit de bijstand", ww: "WW",
};
let newest = 0;

async function tryTo(act) {
  byId("problem").textContent = "";
  try {
    return await act();
  } catch (problem) {
    byId("problem").textContent = problem instanceof api.NoAnswer ? problem.message : "Er ging iets mis op deze pagina.";
    if (!(problem instanceof api.NoAnswer)) throw problem;
    return null;
  }
}

/** As `tryTo`; an answer that comes after a later question is not shown. */
async function tryLatest(act) {
  const mine = ++newest;
  const answer = await tryTo(act);
  return mine === newest ? answer : null;
}

async function ask() {
  const typed = Object.fromEntries(["question", "earlier", "language"].map((name) => [name, byId(name).value]));
  const answer = await tryLatest(async () => {
    if (!typed.question.trim()) throw new api.NoAnswer("Typ eerst een vraag.");
    return api.ask(typed);
  });
  if (!answer) return;
  byId("topic").value = "";
  byId("why").hidden = false;
  showReasons(answer, look);
  show(answer, "Antwoord gevonden.");
}

/** One topic, without a question. */
async function look(slug) {
  const answer = await tryLatest(() => api.topic(slug, byId("language").value));
  if (!answer) return;
  byId("topic").value = slug;
  byId("why").hidden = true;
  show(answer, `Onderwerp: ${answer.article?.title ?? slug}.`);
}

function show(answer, spoken) {
  showReplies(answer.replies, look);
  showCard(answer.article);
  showState(answer);
  byId("result").hidden = false;
  byId("status").textContent = spoken;
  byId("client-title").focus({ preventScroll: true });
  byId("result").scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

function showState({ learned, unreadable }) {
  const note = byId("learning");
  note.hidden = learned && !unreadable;
  if (unreadable) note.textContent = "Een bestand in content/ is niet te lezen. Je ziet de teksten van daarvoor. Draai: python run_bot.py content check";
  else if (!learned) note.textContent = "De bot leert de nieuwe vragen nog. Dat duurt een paar minuten. Tot dan laat hij vaker kiezen.";
}

async function fillChoices() {
  const { topics, languages, ...state } = await api.topics();
  showState(state);
  byId("language").replaceChildren(...Object.entries(languages).map(([code, name]) => el("option", { value: code, text: name })));
  const groups = grouped(topics);
  for (const [category, members] of Object.entries(groups)) {
    const sorted = [...members].sort((a, b) => a.title.localeCompare(b.title, "nl"));
    byId("topic").append(el("optgroup", { label: CATEGORIES[category] ?? category }, sorted.map(({ slug, title }) => el("option", { value: slug, text: title }))));
  }
}

function grouped(topics) {
  const groups = {};
  for (const one of topics) (groups[one.category] ??= []).push(one);
  return groups;
}

const count = async () => showCounts(await api.counts(byId("days").value), look);

useTheme();
byId("asking").addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
byId("question").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  byId("asking").requestSubmit();
});
byId("topic").addEventListener("change", (event) => event.target.value && look(event.target.value));
byId("days").addEventListener("change", () => tryTo(count));
tryTo(() => Promise.all([fillChoices(), count()]));
