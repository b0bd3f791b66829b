/** The list of invented clients. The address remembers who is chosen (#client=2), also in a second tab. */

import { byId, el } from "./dom.js";

const languages = new Intl.DisplayNames("nl", { type: "language" });

/** "ar" becomes "Arabisch". */
export function languageName(code) {
  try {
    const name = languages.of(code);
    return name[0].toUpperCase() + name.slice(1);
  } catch {
    return code;
  }
}

export const fullName = (client) => [client.first_name, client.last_name].filter(Boolean).join(" ");

/** A round picture with the first letters; each client has an own colour. */
export function avatar(client) {
  const letters = [client.first_name, client.last_name].filter(Boolean).map((name) => [...name][0]).join("");
  return el("span", { class: `avatar hue-${Math.abs(client.id) % 6}`, "aria-hidden": "true", text: letters });
}

export class Clients {
  /** @param {Array} clients @param {(client) => void} choose */
  constructor(clients, choose) {
    this.clients = clients;
    this.choose = choose;
    byId("client-list").replaceChildren(...clients.map((client) => el("li", {}, this.row(client))));
    addEventListener("hashchange", () => this.open(this.fromAddress()));
  }

  row(client) {
    const lang = client.language_code;
    const act = () => {
      history.replaceState(null, "", `#client=${client.id}`);
      this.open(client);
    };
    return el("button", { type: "button", class: "client", data: { client: client.id }, on: { click: act } }, avatar(client),
      el("span", { class: "client-words" },
        el("span", { class: "client-name" }, el("b", { text: fullName(client), dir: "auto" }), lang && el("span", { class: "tag", text: languageName(lang) })),
        client.about && el("span", { class: "client-about", text: client.about })));
  }

  fromAddress() {
    const id = new URLSearchParams(location.hash.slice(1)).get("client");
    return this.clients.find((client) => String(client.id) === id) ?? this.clients[0];
  }

  open(client) {
    document.querySelectorAll(".client").forEach((row) => {
      if (row.dataset.client === String(client.id)) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    });
    this.choose(client);
  }
}
