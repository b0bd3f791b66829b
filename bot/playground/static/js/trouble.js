/** The panel that makes things go wrong on purpose, to see that nothing gets lost. */

import * as api from "./api.js";
import { byId, el } from "./dom.js";
import { icon } from "./icons.js";
import { invitationForm } from "./invitation.js";
import { toast, tryTo } from "./notices.js";

const OFFLINE_SECONDS = 60;

/** Troubles of the whole Telegram, each with what it is and what should happen. */
const KINDS = [
  {
    title: "Traag netwerk", words: "Alles komt 3 seconden later aan. Dit duurt een minuut.",
    trouble: { kind: "slow", delay: 3, seconds: 60 }, done: "Het netwerk is nu een minuut traag.",
  },
  {
    title: "Te veel berichten (429)", words: "Telegram vraagt de bot om 5 seconden te wachten. Drie keer achter elkaar.",
    trouble: { kind: "429", method: "sendMessage", times: 3, retry_after: 5 }, done: "Telegram zegt nu drie keer: wacht even.",
  },
  {
    title: "Storing bij Telegram (500)", words: "De volgende drie berichten van de bot mislukken eerst. De bot moet het opnieuw proberen.",
    trouble: { kind: "500", method: "sendMessage", times: 3 }, done: "Telegram geeft nu drie keer een fout.",
  },
];

export class Trouble {
  /** @param {() => number} chatId of the phone in sight @param {(code: string) => void} openCode */
  constructor(chatId, openCode, links) {
    this.chatId = chatId;
    this.state = {};
    this.offline = this.toggle("Een minuut geen internet", "Deze telefoon is een minuut weg. Berichten komen later aan.", (on) => api.offline(chatId(), on ? OFFLINE_SECONDS : 0));
    this.blocked = this.toggle("Klant blokkeert de bot", "De bot kan deze klant niets meer sturen. De klantmanager moet dat zien.", (on) => api.block(chatId(), on));
    const invitation = el("form", { id: "panel-invitation", class: "invitation" });
    invitationForm(invitation, openCode);
    byId("trouble-body").replaceChildren(
      el("p", { class: "lead", text: "Kijk wat de bot doet als er iets misgaat. Er mag niets kwijtraken." }),
      section("Deze telefoon", this.offline, this.blocked),
      section("Heel Telegram", KINDS.map((kind) => this.button(kind)), this.calm()),
      section("Uitnodiging", invitation),
      el("div", { class: "panel-part panel-desk" }, deskLink(links)));
  }

  toggle(title, words, act) {
    const button = el("button", { class: "switch", type: "button", role: "switch", "aria-checked": "false" },
      el("span", { class: "trouble-words" }, el("b", { text: title }), el("span", { text: words })), el("span", { class: "switch-look", "aria-hidden": "true" }));
    button.addEventListener("click", () => tryTo(() => act(button.getAttribute("aria-checked") !== "true")));
    return button;
  }

  button({ title, words, trouble, done }) {
    const act = () => tryTo(async () => {
      await api.trouble(trouble);
      toast(done);
    });
    return el("button", { class: "trouble-button", type: "button", on: { click: act } }, el("span", { class: "trouble-words" }, el("b", { text: title }), el("span", { text: words })));
  }

  calm() {
    const act = () => tryTo(async () => {
      await api.noTrouble();
      toast("Alles werkt weer gewoon.");
    });
    return el("button", { class: "button", type: "button", text: "Alles weer gewoon", on: { click: act } });
  }

  /** @param {{blocked: boolean, offline: boolean|number}} chat what the server says about this phone */
  show(chat) {
    this.offline.setAttribute("aria-checked", String(Boolean(chat.offline)));
    this.blocked.setAttribute("aria-checked", String(Boolean(chat.blocked)));
  }
}

function section(title, ...children) {
  return el("section", { class: "panel-part" }, el("h3", { text: title }), children);
}

function deskLink(links) {
  return el("a", { class: "button strong", href: links?.desk ?? "/play/desk", target: "_blank", rel: "noopener" }, icon("desk"), "Open de werkbank");
}
