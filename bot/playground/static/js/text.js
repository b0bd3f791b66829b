/** Turns a text with Telegram's entities into DOM nodes. Offsets count UTF-16 units, as JavaScript strings do. */

import { el } from "./dom.js";

const BARE_LINK = /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;
const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};
const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\s){1,14}$/u;

/** Short texts of only emoji are shown large. A lone digit is an emoji component too, hence the second test. */
export const isOnlyEmoji = (text) => ONLY_EMOJI.test(text) && /\p{Extended_Pictographic}/u.test(text);

/**
 * @param {string} text
 * @param {Array} entities Telegram's MessageEntity objects
 * @returns {Array<Node|string>}
 */
export function textNodes(text, entities = []) {
  const usable = (entities ?? []).filter((one) => one.length > 0 && one.offset >= 0 && one.offset + one.length <= text.length);
  const sorted = [...usable, ...bareLinks(text, usable)].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, 0, text.length, sorted);
}

/** Links that were not marked are found too, unless something marked covers that place. */
function bareLinks(text, entities) {
  const found = [...text.matchAll(BARE_LINK)].map((hit) => ({ type: "url", offset: hit.index, length: hit[0].length }));
  const linked = entities.filter((one) => ["url", "text_link", "code", "pre"].includes(one.type));
  const overlaps = (a, b) => a.offset < b.offset + b.length && b.offset < a.offset + a.length;
  return found.filter((one) => !linked.some((other) => overlaps(one, other)));
}

/** The nodes of text[from:to]; entities inside an entity become its children. */
function between(text, from, to, entities) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const start = Math.max(first.offset, at);
    const end = Math.min(first.offset + first.length, to);
    if (start > at) nodes.push(text.slice(at, start));
    const inside = others.filter((one) => one.offset < end);
    if (end > start) nodes.push(wrap(first, text.slice(start, end), between(text, start, end, inside)));
    at = Math.max(at, end);
    rest = others.filter((one) => one.offset >= end);
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function wrap(entity, words, children) {
  if (entity.type === "url") return link(words.includes("://") ? words : `https://${words}`, children);
  if (entity.type === "text_link") return link(entity.url, children);
  if (entity.type === "email") return link(`mailto:${words}`, children);
  if (entity.type === "phone_number") return link(`tel:${words.replace(/[^\d+]/g, "")}`, children);
  if (entity.type === "bot_command") {
    return el("button", { class: "command", type: "button", data: { command: words } }, children);
  }
  return el(TAGS[entity.type] ?? "span", {}, children);
}

/** Only addresses that are safe to open become a link. */
export function safeUrl(url) {
  try {
    return ["https:", "http:", "mailto:", "tel:", "tg:"].includes(new URL(url, location.href).protocol) ? url : null;
  } catch {
    return null;
  }
}

function link(url, children) {
  const href = safeUrl(url);
  if (!href) return el("span", {}, children);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, children);
}
