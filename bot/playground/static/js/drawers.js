/** On a narrow window the list and the panel are drawers over the phone; on a wide one they simply stand beside it. */

import { byId } from "./dom.js";
import { icon } from "./icons.js";

/** @param {string} id of the aside @param {string} opener id of its button @param {string} look icon @param {string} narrow media query */
function drawer(id, opener, look, narrow) {
  const side = byId(id);
  const button = byId(opener);
  const query = matchMedia(narrow);
  const close = side.querySelector("[data-close-drawer]");
  close.append(icon("close"));
  button.append(icon(look));

  const set = (open, refocus) => {
    side.classList.toggle("open", open);
    side.inert = query.matches && !open;
    button.setAttribute("aria-expanded", String(open));
    byId("shade").hidden = !document.querySelector(".side.open");
    byId("phone").inert = !byId("shade").hidden;
    if (open) close.focus();
    else if (refocus) button.focus();
  };
  button.addEventListener("click", () => set(true));
  close.addEventListener("click", () => set(false, true));
  byId("shade").addEventListener("click", () => set(false));
  document.addEventListener("keydown", (event) => event.key === "Escape" && side.classList.contains("open") && set(false, true));
  query.addEventListener("change", () => set(false));
  set(false);
  return () => side.classList.contains("open") && set(false);
}

/** Gives back an act that closes whichever drawer is open. */
export function useDrawers() {
  const all = [
    drawer("clients", "open-clients", "people", "(max-width: 700px)"),
    drawer("trouble", "open-trouble", "alert", "(max-width: 1080px)"),
  ];
  return () => all.forEach((close) => close());
}
