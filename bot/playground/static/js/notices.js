/** Short words to the person: a toast that goes away, and a dialog that has to be closed. */

import { byId, el } from "./dom.js";

const TOAST_MS = 4500;
let hide;

export function toast(text) {
  const box = byId("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(hide);
  hide = setTimeout(() => (box.hidden = true), TOAST_MS);
}

/** Runs an act; when it fails the person reads why and the page goes on. Gives back whether it worked. */
export async function tryTo(act) {
  try {
    await act();
    return true;
  } catch (error) {
    toast(error.message);
    return false;
  }
}

/** Opens a modal dialog with these children and removes it when it closes. */
export function openDialog(look, label, ...children) {
  const dialog = el("dialog", { class: look, "aria-label": label }, children);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function alertBox(text) {
  const ok = el("button", { class: "button strong", type: "button", text: "Oké", on: { click: () => dialog.close() } });
  const dialog = openDialog("alert", "Bericht van de bot", el("p", { dir: "auto", text }), ok);
  ok.focus();
}
