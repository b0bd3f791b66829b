/** A small menu at a button: arrows move, Enter chooses, Escape and a click elsewhere close. */

import { el } from "./dom.js";
import { icon } from "./icons.js";

let closeOpen = () => {};

/**
 * @param {HTMLElement} anchor the button that opens it; it gets the focus back
 * @param {Array<{label: string, icon: string, act: Function, danger?: boolean}>} items
 * @param {string} label what the menu is about
 */
export function openMenu(anchor, items, label) {
  closeOpen();
  const menu = el("div", { class: "menu", role: "menu", "aria-label": label });
  menu.append(...items.map((item) => menuItem(item, () => close(true))));
  const outside = (event) => menu.contains(event.target) || close(false);
  function close(refocus) {
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    closeOpen = () => {};
    if (refocus) anchor.focus();
  }
  closeOpen = () => close(false);
  menu.addEventListener("keydown", (event) => move(event, menu, close));
  menu.addEventListener("focusout", (event) => event.relatedTarget && outside({ target: event.relatedTarget }));
  document.addEventListener("pointerdown", outside, true);
  document.body.append(menu);
  place(menu, anchor);
  anchor.setAttribute("aria-expanded", "true");
  menu.firstElementChild.focus();
}

function menuItem(item, close) {
  const act = () => {
    close();
    item.act();
  };
  const look = item.danger ? "menu-item danger" : "menu-item";
  return el("button", { class: look, type: "button", role: "menuitem", tabindex: "-1", on: { click: act } }, icon(item.icon), item.label);
}

function move(event, menu, close) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") close(true);
  else if (next === undefined) return;
  else items[next % items.length].focus();
  event.preventDefault();
  event.stopPropagation();
}

/** Above or below the anchor, wherever it fits, and inside the window. */
function place(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.min(Math.max(8, at.right - width), innerWidth - width - 8);
  const below = at.bottom + 6;
  const top = below + height < innerHeight - 8 ? below : Math.max(8, at.top - height - 6);
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${top}px`;
}
