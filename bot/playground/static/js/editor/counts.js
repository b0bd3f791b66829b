/** Which answers clients found unclear, and what became of the questions of each day. */

import { byId, el } from "../dom.js";
import { percent, shortDay, topicButton } from "./words.js";

const FIRST = 12;

export function showCounts({ topics, days }, onTopic) {
  if (!topics.length && !days.length) {
    byId("counts").replaceChildren(el("p", { text: "Er is nog niets geteld. Stel in de proeftuin een vraag, en kijk dan weer." }));
    return;
  }
  byId("counts").replaceChildren(
    table("Per antwoord, het onduidelijkste eerst", ["Onderwerp", "Getoond", "Onduidelijk", "Deel"],
      topics.map((one) => [topicButton(one, onTopic), one.shown, one.unclear, percent(one.share)])),
    table("Per dag", ["Dag", "Antwoord", "Keuzes", "Geen antwoord", "Te oud"],
      days.map((one) => [shortDay(one.day), one.answered, one.choices, one.unanswered, one.old])));
}

function table(caption, heads, rows) {
  if (!rows.length) return el("p", { class: "soft", text: `${caption}: nog niets geteld.` });
  const body = el("tbody", {}, rows.slice(0, FIRST).map(row));
  const made = el("table", {}, el("caption", { text: caption }),
    el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col", text: head })))), body);
  const room = el("div", { class: "table-room", role: "region", "aria-label": caption, tabindex: "0" }, made);
  if (rows.length > FIRST) {
    const more = el("button", { class: "button more", type: "button", text: `Toon alle ${rows.length}` });
    more.addEventListener("click", () => {
      body.append(...rows.slice(FIRST).map(row));
      more.remove();
      room.focus();
    });
    room.append(more);
  }
  return room;
}

const row = ([first, ...rest]) => el("tr", {}, el("th", { scope: "row" }, first), rest.map((cell) => el("td", { text: cell })));
