/** The file behind the answer: where it stands, its dates, what must be confirmed, and how it reads. */

import { byId, el } from "../dom.js";
import { dayOf, number, plainList } from "./words.js";

export function showCard(card) {
  byId("file").hidden = !card;
  if (!card) return;
  byId("file-title").textContent = `Het bestand: ${card.title}`;
  const facts = [
    ["Bestand", el("code", { text: card.file })],
    ["Nagekeken op", dayOf(card.checked)],
    ["Geldt tot en met", card.valid ? dayOf(card.valid_until) : `${dayOf(card.valid_until)}: verlopen, klanten zien deze tekst niet`],
    ["Leesbaarheid", card.figures ? figuresLine(card.figures) : "geen tekst"],
    ["Manieren om te vragen", `${card.ways}, in alle talen samen`],
    ["Talen van de tekst", card.languages.join(", ")],
    ["Bronnen", plainList(card.sources.map(source))],
    ["Nog te bevestigen", card.confirm.length ? plainList(card.confirm) : "niets"],
    ["Wat de controle zegt", card.remarks.length ? plainList(card.remarks.map(remark)) : "niets aan te merken"],
  ];
  byId("file-body").replaceChildren(el("dl", { class: "facts" }, facts.map(([name, fact]) => [el("dt", { text: name }), el("dd", {}, fact)])));
}

const figuresLine = ({ average, longest, index }) =>
  `Gemiddeld ${number(average)} woorden per zin, de langste ${longest}. Index ${index}: boven 50 leest makkelijk.`;

function source({ title, url, checked }) {
  const link = url.startsWith("https://") ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer", text: title }) : title;
  return [link, ` (bekeken op ${dayOf(checked)})`];
}

const remark = ({ level, sentence }) => [el("span", { class: `level ${level}`, text: level === "error" ? "fout" : "let op" }), sentence];
