/** One bubble: who said it (for screen readers), the words, what was sent along, the time and the ticks. */

import { timeOf } from "./dates.js";
import { el, hidden } from "./dom.js";
import { icon } from "./icons.js";
import { inlineKeyboard } from "./keyboard.js";
import { mediaOf } from "./media.js";
import { isOnlyEmoji, textNodes } from "./text.js";

const STATES = {
  sending: ["clock", "wordt verstuurd"],
  sent: ["check", "verstuurd"],
  delivered: ["checks", "aangekomen"],
  failed: ["alert", "niet verstuurd"],
};

/** What can be copied, answered or edited of a message. */
export const wordsOf = (message) => message.text || message.caption || "";

/** A short name of a message, for a quote. */
export function summary(message) {
  const words = wordsOf(message);
  if (words) return words.length > 90 ? `${words.slice(0, 90)}…` : words;
  if (message.photo) return "Foto";
  if (message.document) return message.document.name || "Bestand";
  return message.voice ? "Spraakbericht" : "Bericht";
}

/**
 * Fills the list item of one message, or of the messages of one album.
 * @param {HTMLLIElement} item
 * @param {Array} messages
 * @param {{botName: string, find: Function, onMenu: Function, onPress: Function, onQuote: Function}} around
 */
export function fillBubble(item, messages, around) {
  const [first] = messages;
  const last = messages.at(-1);
  const words = messages.find(wordsOf);
  const mine = first.from === "client";
  const body = el("div", { class: looks(messages, words) },
    hidden(`${mine ? "Jij" : around.botName}, ${timeOf(first.date)}: `),
    quote(first, around),
    mediaOf(messages),
    words && el("div", { class: "words", dir: "auto" }, textNodes(wordsOf(words), words.caption_entities ?? words.entities)),
    meta(last, mine, messages.some((one) => one.edited)),
    first.message_id !== undefined && menuButton(messages, around));
  const buttons = last.reply_markup?.inline_keyboard;
  const reactions = (last.reaction ?? []).map((one) => one.emoji ?? "⭐").join("");
  if (reactions) body.append(el("span", { class: "reaction", role: "img", "aria-label": `Reactie ${reactions}`, text: reactions }));
  item.replaceChildren(body, ...(buttons?.length ? [inlineKeyboard(last, around.onPress)] : []));
}

function looks(messages, words) {
  const big = words && !messages.some((one) => one.photo || one.document) && isOnlyEmoji(wordsOf(words));
  const bare = messages.some((one) => one.photo) && !words;
  return ["bubble", big && "emoji", bare && "bare", messages.some((one) => one.photo) && "with-photo"].filter(Boolean).join(" ");
}

function quote(message, around) {
  const to = message.reply_to_message ?? around.find(message.reply_to ?? message.reply_to_message_id);
  if (!to) return null;
  const who = to.from === "client" ? "Jij" : around.botName;
  return el("button", { class: "quote", type: "button", on: { click: () => around.onQuote(to.message_id) } },
    hidden("Antwoord op "), el("b", { text: who }), el("span", { text: summary(to), dir: "auto" }));
}

function meta(message, mine, edited) {
  const time = el("time", { datetime: new Date(message.date * 1000).toISOString(), text: timeOf(message.date), "aria-hidden": "true" });
  const tick = mine && el("span", { class: "tick" });
  if (tick) showState(tick, message.state);
  return el("span", { class: "meta" }, edited && el("span", { text: "aangepast" }), time, tick);
}

/** Changes only the ticks, so that a screen reader does not read the whole message again. */
export function showState(tick, state = "sent") {
  const [look, label] = STATES[state] ?? STATES.sent;
  tick.dataset.state = state;
  tick.replaceChildren(icon(look), hidden(label));
}

function menuButton(messages, around) {
  return el("button", {
    class: "bubble-menu", type: "button", tabindex: "-1", "aria-label": "Meer bij dit bericht", "aria-haspopup": "menu", "aria-expanded": "false",
    on: { click: (event) => around.onMenu(event.currentTarget, messages) },
  }, icon("down"));
}
