/** The top of the phone: who the bot is, whether it types, and whether there is a connection. */

import { fullName, languageName } from "./clients.js";
import { byId } from "./dom.js";

const TYPING_MS = 5500; // Telegram shows an action for five seconds or until a message comes
const ACTIONS = {
  typing: "typt…",
  upload_document: "stuurt een bestand…",
  upload_photo: "stuurt een foto…",
  record_voice: "neemt iets op…",
};

export class Bar {
  constructor(bot) {
    const name = bot.name || bot.username;
    byId("bot-name").textContent = name;
    document.title = `Proeftuin: ${name}`;
    for (const id of ["bot-avatar", "intro-avatar"]) byId(id).textContent = [...name][0].toUpperCase();
    byId("intro-text").textContent = bot.description || "Stel je vraag. De bot helpt je verder.";
    this.connected = true;
    this.chat = {};
    this.show();
  }

  owner(client) {
    const language = client.language_code ? ` · ${languageName(client.language_code)}` : "";
    byId("strip-owner").textContent = `Telefoon van ${client.first_name}${language}`;
    byId("phone").setAttribute("aria-label", `Telefoon van ${fullName(client)}`);
    this.typing(null);
  }

  /** @param {string|null} action a Telegram chat action; null when the bot stopped */
  typing(action) {
    clearTimeout(this.timer);
    this.action = action;
    if (action) this.timer = setTimeout(() => this.typing(null), TYPING_MS);
    this.show();
  }

  connection(up) {
    this.connected = up;
    this.show();
  }

  phone(chat) {
    this.chat = chat;
    this.show();
  }

  show() {
    const state = byId("bot-state");
    const offline = Boolean(this.chat.offline);
    const words = !this.connected ? "verbinding maken…" : offline ? "wachten op internet…" : this.action ? (ACTIONS[this.action] ?? ACTIONS.typing) : "bot";
    if (state.textContent !== words) state.textContent = words;
    state.classList.toggle("busy", words !== "bot");
    byId("strip-signal").classList.toggle("off", offline || !this.connected);
    this.banner(offline);
  }

  banner(offline) {
    const box = byId("banner");
    const words = !this.connected ? "De proeftuin antwoordt niet. We proberen het steeds opnieuw."
      : offline ? "Deze telefoon heeft geen internet. Je berichten gaan weg zodra het weer kan." : "";
    box.hidden = !words;
    if (box.textContent !== words) box.textContent = words;
  }
}
