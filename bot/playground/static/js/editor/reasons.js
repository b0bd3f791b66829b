/** Why this answer: what was decided, how sure, which words counted, and what it could have been otherwise. */

import { byId, el, hidden } from "../dom.js";
import { percent, plainList, signed, strip, topicButton } from "./words.js";

const SMALL = { greeting: "een groet", thanks: "een bedankje", fine: "een instemming", bye: "een afscheid", abuse: "boosheid", emoji: "alleen een plaatje" };

export function showReasons({ decision, why }, onTopic) {
  const direct = ["crisis", "smalltalk"].includes(decision.action);
  byId("why-body").replaceChildren(
    el("p", { class: "verdict" }, verdict(decision)),
    ...(direct ? [el("p", { class: "soft", text: "Hieronder staat wat de bot anders had gekozen." })] : [sure(decision, why)]),
    ...heard(why),
    ...read(why),
    ...likely(why, onTopic),
    el("h3", { text: `Vragen die het meest lijken, bij ${why.topic.title}` }),
    plainList(why.phrasings));
}

function verdict({ action, topic, also, crisis, smalltalk, doubt }) {
  if (action === "crisis") return `De bot ziet nood (${crisis}). Hij geeft meteen de telefoonnummers. Zie crisis.yaml en help.yaml.`;
  if (action === "smalltalk") return `Dit is ${SMALL[smalltalk] ?? smalltalk}. De bot zegt iets aardigs terug. Zie smalltalk.yaml.`;
  if (action === "answer" && also.length) return `De bot ziet twee vragen: ${topic.title}, en ${also[0].title}.`;
  if (action === "answer") return `De bot antwoordt meteen: ${topic.title}.`;
  if (doubt) return `De bot stelt eerst een vraag over de klant. Zie ${doubt} in who.yaml.`;
  if (action === "clarify") return "De bot twijfelt. Hij laat de klant kiezen.";
  return "De bot zegt dat hij het niet weet.";
}

function sure({ confidence }, { direct }) {
  const bar = el("i");
  bar.style.width = `${confidence * 100}%`;
  const border = el("b");
  border.style.insetInlineStart = `${direct * 100}%`;
  return el("div", {},
    el("p", { text: `Zekerheid: ${percent(confidence)}. Vanaf ${percent(direct)} antwoordt de bot meteen.` }),
    el("div", { class: "sure", "aria-hidden": "true" }, bar, border));
}

/** Each word with its weight: to the right for the first topic, to the left for the second. */
function heard({ heard: words, topic, runner_up: second }) {
  const known = words.filter((one) => one.says !== 0);
  if (!known.length) return [el("p", { class: "soft", text: "Hoe zwaar elk woord telt, weet de bot pas als hij klaar is met leren." })];
  const most = Math.max(...known.map((one) => Math.abs(one.says)));
  const rows = known.map(({ part, says }) => {
    const half = Math.abs(says) / most / 2;
    const bar = says > 0 ? strip(0.5, 0.5 + half) : strip(0.5 - half, 0.5, "against");
    const side = hidden(` voor ${says > 0 ? topic.title : second.title}`);
    const weight = signed((says / most) * 100);
    return el("li", {}, el("span", { class: "name", dir: "auto", text: part }), bar, el("span", { class: "figure" }, weight, side));
  });
  return [
    el("h3", { text: "Woorden die telden" }),
    el("p", { class: "soft", text: `Naar rechts: voor ${topic.title}. Naar links: voor ${second.title}, dat als tweede kwam. Het zwaarste woord is 100.` }),
    el("ul", { class: "bars two-sided" }, rows),
  ];
}

/** How the message was read: joined with the one before, spelling repaired, words added. */
function read({ joined, repaired, added }) {
  const lines = [
    joined && "De vraag is kort. Daarom las de bot hem samen met de vraag ervoor.",
    ...repaired.map(({ typed, read: as }) => `«${typed}» las de bot als «${as}».`),
    added.length > 0 && `De bot zocht ook op: ${added.join(", ")}.`,
  ].filter(Boolean);
  return lines.length ? [el("h3", { text: "Hoe de bot het las" }), plainList(lines)] : [];
}

function likely({ likely: topics, outside }, onTopic) {
  const rows = topics.map((topic) => el("li", {}, el("span", { class: "name" }, topicButton(topic, onTopic)),
    strip(0, topic.chance), el("span", { class: "figure", text: percent(topic.chance) })));
  const other = el("li", {}, el("span", { class: "name", text: "Iets heel anders" }), strip(0, outside, "against"), el("span", { class: "figure", text: percent(outside) }));
  return [el("h3", { text: "Wat het kon zijn" }), el("ol", { class: "bars" }, rows, other)];
}
