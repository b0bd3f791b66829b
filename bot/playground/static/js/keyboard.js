/** The bot's buttons: under a bubble (inline) and above the field (reply keyboard). */

import { byId, el } from "./dom.js";
import { icon } from "./icons.js";
import { safeUrl } from "./text.js";

const WAIT_MS = 6000;

/** @param {(message, button: HTMLElement, data: string) => void} onPress */
export function inlineKeyboard(message, onPress) {
  const rows = message.reply_markup.inline_keyboard.map((row) => el("div", { class: "key-row" }, row.map((key) => inlineKey(message, key, onPress))));
  return el("div", { class: "inline-keyboard", role: "group", "aria-label": "Knoppen bij dit bericht" }, rows);
}

function inlineKey(message, key, onPress) {
  if (key.url) {
    const href = safeUrl(key.url);
    return el("a", { class: "key", href, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, key.text, el("span", { class: "away", "aria-hidden": "true", text: "↗" }));
  }
  const button = el("button", { class: "key", type: "button", dir: "auto", data: { key: key.callback_data ?? "" }, text: key.text });
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    setTimeout(() => button.removeAttribute("aria-busy"), WAIT_MS);
    onPress(message, button, key.callback_data);
  });
  return button;
}

/** The bot answered (or failed to): no button waits any more. */
export function stopWaiting() {
  document.querySelectorAll(".key[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
}

/** The keyboard that replaces typing. Pressing a key sends its text. */
export class ReplyKeyboard {
  /** @param {{onText: Function, onContact: Function, onLocation: Function}} acts */
  constructor(acts) {
    this.acts = acts;
    this.box = byId("reply-keyboard");
    this.toggle = byId("toggle-keyboard");
    this.toggle.append(icon("keyboard"));
    this.toggle.addEventListener("click", () => this.open(this.box.hidden));
  }

  /** @param {object|null} given Telegram's ReplyKeyboardMarkup, bare or as `keyboard`; null takes it away */
  show(given) {
    const markup = Array.isArray(given?.keyboard) ? given : given?.keyboard;
    const rows = markup?.keyboard ?? [];
    this.once = Boolean(markup?.one_time_keyboard);
    this.toggle.hidden = !rows.length;
    this.box.replaceChildren(...rows.map((row) => el("div", { class: "key-row" }, row.map((key) => this.key(key)))));
    byId("field").placeholder = markup?.input_field_placeholder || "Bericht";
    this.open(rows.length > 0);
  }

  open(visible) {
    this.box.hidden = !visible;
    this.toggle.setAttribute("aria-expanded", String(visible));
  }

  key(given) {
    const key = typeof given === "string" ? { text: given } : given;
    return el("button", { class: "key", type: "button", dir: "auto", text: key.text, on: { click: () => this.press(key) } });
  }

  press(key) {
    if (key.request_contact) this.acts.onContact();
    else if (key.request_location) this.acts.onLocation();
    else this.acts.onText(key.text);
    if (this.once) this.open(false);
    byId("field").focus({ preventScroll: true });
  }
}
