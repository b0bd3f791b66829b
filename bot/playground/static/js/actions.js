/** The menu of a bubble: answer, copy, and for own messages change and delete. */

import { wordsOf } from "./bubbles.js";
import { openMenu } from "./menu.js";
import { toast } from "./notices.js";

/**
 * @param {HTMLElement} anchor
 * @param {Array} messages the message, or those of an album
 * @param {{reply: Function, edit: Function, remove: Function}} acts
 */
export function openActions(anchor, messages, acts) {
  const [first] = messages;
  const spoken = messages.find(wordsOf);
  const mine = first.from === "client";
  const items = [{ label: "Beantwoorden", icon: "reply", act: () => acts.reply(first) }];
  if (spoken) items.push({ label: "Kopiëren", icon: "copy", act: () => copy(wordsOf(spoken)) });
  if (mine && spoken) items.push({ label: "Aanpassen", icon: "edit", act: () => acts.edit(spoken) });
  if (mine) items.push({ label: "Verwijderen", icon: "trash", danger: true, act: () => messages.forEach((one) => acts.remove(one)) });
  openMenu(anchor, items, "Bij dit bericht");
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Gekopieerd");
  } catch {
    toast("Kopiëren lukt niet in deze browser.");
  }
}
