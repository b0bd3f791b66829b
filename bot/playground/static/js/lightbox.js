/** A photo large, over the whole window. Click or Enter shows it at full size. */

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { openDialog } from "./notices.js";

export function openPhoto(url, label) {
  const image = el("img", { src: url, alt: label });
  const zoom = el("button", { class: "lightbox-photo", type: "button", "aria-label": "Groter of kleiner", "aria-pressed": "false" }, image);
  zoom.addEventListener("click", () => zoom.setAttribute("aria-pressed", String(zoom.classList.toggle("full"))));
  const close = el("button", { class: "round", type: "button", "aria-label": "Sluiten" }, icon("close"));
  const original = el("a", { class: "button", href: url, target: "_blank", rel: "noopener", text: "Los openen" });
  const dialog = openDialog("lightbox", label, el("div", { class: "lightbox-bar" }, original, close), zoom);
  close.addEventListener("click", () => dialog.close());
  close.focus();
}
