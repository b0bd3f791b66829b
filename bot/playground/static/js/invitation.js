/** A code or a link from the municipality. Both do what Telegram does with such a link: /start with that code. */

import { el } from "./dom.js";

const CODE = /^[A-Za-z0-9_-]{1,64}$/; // Telegram: what may follow ?start=

/** The code in a t.me link, a tg: link, "/start code" or the bare code; null when there is none. */
export function codeIn(text) {
  const given = text.trim();
  const linked = /[?&]start=([^&\s#]+)/.exec(given)?.[1] ?? /^\/start\s+(\S+)$/.exec(given)?.[1];
  const code = linked ?? given;
  return CODE.test(code) ? code : null;
}

/** The code of a link to this bot, or null: such a link opens in the phone, not in a new tab. */
export function codeOfLink(href, username) {
  const url = new URL(href);
  const ours = url.protocol === "tg:" ? url.searchParams.get("domain") : /^(www\.)?(t|telegram)\.me$/.test(url.hostname) && url.pathname.slice(1);
  return ours && ours.toLowerCase() === username.toLowerCase() ? codeIn(href) : null;
}

/** Fills a form with the field, a button and a place for what is wrong. @param {(code: string) => void} open */
export function invitationForm(form, open) {
  const id = `${form.id}-code`;
  const field = el("input", { id, type: "text", autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-wrong` });
  const wrong = el("p", { id: `${id}-wrong`, class: "wrong", role: "alert" });
  form.noValidate = true;
  form.replaceChildren(el("label", { for: id, text: "Heb je een code of een link gekregen?" }),
    el("div", { class: "row" }, field, el("button", { class: "button", type: "submit", text: "Openen" })), wrong);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const code = codeIn(field.value);
    wrong.textContent = code ? "" : "Plak de hele link of alleen de code. Een code heeft geen spaties.";
    field.setAttribute("aria-invalid", String(!code));
    if (!code) return field.focus();
    field.value = "";
    open(code);
  });
}
