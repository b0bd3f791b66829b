/** The replies as the client sees them: the same bubbles and buttons as in the phone. */

import { byId, el } from "../dom.js";
import { inlineKeyboard, stopWaiting } from "../keyboard.js";
import { textNodes } from "../text.js";

/** @param {Array} replies @param {(slug: string) => void} onTopic a button that leads to a topic was pressed */
export function showReplies(replies, onTopic) {
  byId("pressed").textContent = "";
  byId("replies").replaceChildren(...replies.flatMap((reply) => parts(reply, onTopic)));
  for (const command of byId("replies").querySelectorAll(".command")) command.addEventListener("click", () => explain());
}

function parts(reply, onTopic) {
  const bubble = el("div", { class: "bubble" }, el("div", { class: "words", dir: "auto" }, textNodes(reply.text, reply.entities)));
  const keys = reply.reply_markup.inline_keyboard;
  const menu = reply.menu.flat().join(", ");
  return [
    bubble,
    ...(keys.length ? [inlineKeyboard(reply, (_message, _button, data) => press(data, onTopic))] : []),
    ...(menu ? [el("p", { class: "menu-line", text: `Onder het typveld staat het menu: ${menu}.` })] : []),
  ];
}

function press(data, onTopic) {
  stopWaiting();
  const [kind, ...rest] = data.split(":");
  if (kind === "t") onTopic(rest[0]);
  else if (kind === "who") onTopic(rest[2]);
  else explain();
}

function explain() {
  byId("pressed").textContent = "Deze knop werkt alleen in het gesprek. Probeer hem in de proeftuin.";
}
