/** Numbers and days as people in the Netherlands write them, and the small parts that return on the page. */

import { el } from "../dom.js";

const DAY = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "UTC" });
const SHORT_DAY = new Intl.DateTimeFormat("nl-NL", { dateStyle: "medium", timeZone: "UTC" });
const SHARE = new Intl.NumberFormat("nl-NL", { style: "percent", maximumFractionDigits: 0 });
const NUMBER = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 2 });
const SIGNED = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 0, signDisplay: "exceptZero" });

export const shortDay = (iso) => SHORT_DAY.format(new Date(`${iso}T00:00:00Z`));
export const dayOf = (iso) => (iso ? DAY.format(new Date(`${iso}T00:00:00Z`)) : "onbekend");
export const percent = (share) => SHARE.format(share);
export const number = (value) => NUMBER.format(value);
export const signed = (value) => SIGNED.format(value);

/** A topic that can be looked at. */
export const topicButton = ({ slug, title }, onTopic) =>
  el("button", { class: "pick", type: "button", text: title, on: { click: () => onTopic(slug) } });

export const plainList = (items) => el("ul", { class: "plain" }, items.map((item) => el("li", {}, item)));

/** A strip from `from` to `to`, both 0 to 1; what it says stands in words beside it. */
export function strip(from, to, kind = "") {
  const bar = el("i", { class: kind });
  bar.style.insetInlineStart = `${from * 100}%`;
  bar.style.width = `${(to - from) * 100}%`;
  return el("span", { class: "bar-room", "aria-hidden": "true" }, bar);
}
