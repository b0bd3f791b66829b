/** The list of messages. One list item is one message, or all the messages of one album. */

import { fillBubble, showState } from "./bubbles.js";
import { dayKey, dayName } from "./dates.js";
import { byId, el } from "./dom.js";

export class Conversation {
  /** @param {object} around what bubbles need: botName, onMenu, onPress @param {Scrolling} scrolling */
  constructor(around, scrolling) {
    this.list = byId("messages");
    this.scrolling = scrolling;
    this.around = Object.assign(around, { find: (id) => this.find(id), onQuote: (id) => this.jumpTo(id) });
    this.groups = [];
    this.list.addEventListener("keydown", (event) => this.moveMenu(event));
    byId("log").addEventListener("keydown", (event) => this.enterList(event));
  }

  get messages() {
    return this.groups.flatMap((group) => group.messages);
  }

  find(id) {
    return id === undefined || id === null ? undefined : this.messages.find((one) => one.message_id === id);
  }

  groupOf(id) {
    return this.groups.find((group) => group.messages.some((one) => one.message_id === id));
  }

  /** Shows a whole chat at once, without reading all of it aloud. */
  reset(messages) {
    const log = byId("log");
    log.setAttribute("aria-live", "off");
    this.groups = [];
    this.list.replaceChildren();
    messages.forEach((one) => this.put(one));
    this.scrolling.toEnd();
    setTimeout(() => log.setAttribute("aria-live", "polite"), 300);
  }

  add(message) {
    if (this.find(message.message_id)) return this.edit(message);
    this.put(message);
    this.scrolling.added(message.from !== "client");
  }

  put(message) {
    const last = this.groups.at(-1);
    if (message.media_group_id && last?.messages[0].media_group_id === message.media_group_id) {
      last.messages.push(message);
      return this.fill(last);
    }
    const newDay = !last || dayKey(last.messages[0].date) !== dayKey(message.date);
    if (newDay) this.list.append(separator(message.date));
    const follows = !newDay && last.messages[0].from === message.from;
    const item = el("li", { class: `msg from-${message.from}${follows ? " follows" : ""}` });
    const group = { item, messages: [message] };
    this.groups.push(group);
    this.fill(group);
    this.list.append(item);
    this.onlyLastInTabOrder(item);
  }

  edit(message) {
    const group = this.groupOf(message.message_id);
    if (!group) return;
    group.messages = group.messages.map((one) => (one.message_id === message.message_id ? { ...one, ...message } : one));
    this.fill(group);
    if (this.scrolling.wasAtEnd) this.scrolling.toEnd();
  }

  /** Who pressed a button that the bot then took away keeps a place to stand. */
  fill(group) {
    const focused = group.item.contains(document.activeElement) ? document.activeElement : null;
    const tabbable = group.item.querySelector(".bubble-menu")?.tabIndex === 0;
    fillBubble(group.item, group.messages, this.around);
    const menu = group.item.querySelector(".bubble-menu");
    if (tabbable && menu) menu.tabIndex = 0;
    if (!focused) return;
    const same = [...group.item.querySelectorAll(".key")].find((key) => key.dataset.key === focused.dataset.key);
    (same ?? menu ?? byId("field")).focus({ preventScroll: true });
  }

  remove(id) {
    const group = this.groupOf(id);
    if (!group) return;
    group.messages = group.messages.filter((one) => one.message_id !== id);
    if (group.messages.length) return this.fill(group);
    const hadFocus = group.item.contains(document.activeElement);
    const { previousElementSibling: before, nextElementSibling: after } = group.item;
    if (before?.matches(".day") && (!after || after.matches(".day"))) before.remove();
    group.item.remove();
    this.groups = this.groups.filter((one) => one !== group);
    this.onlyLastInTabOrder(this.groups.at(-1)?.item);
    if (hadFocus) byId("field").focus();
  }

  setState(id, state) {
    const group = this.groupOf(id);
    if (!group) return;
    this.find(id).state = state;
    const tick = group.item.querySelector(".tick");
    if (tick && group.messages.at(-1).message_id === id) showState(tick, state);
  }

  jumpTo(id) {
    const item = this.groupOf(id)?.item;
    if (!item) return;
    item.scrollIntoView({ block: "center" });
    item.classList.add("found");
    setTimeout(() => item.classList.remove("found"), 1500);
  }

  lastOwn() {
    return this.messages.findLast((one) => one.from === "client" && (one.text || one.caption));
  }

  /** One bubble menu is in the tab order; arrows move to the others. */
  onlyLastInTabOrder(item) {
    this.list.querySelectorAll(".bubble-menu").forEach((button) => (button.tabIndex = -1));
    const button = item?.querySelector(".bubble-menu");
    if (button) button.tabIndex = 0;
  }

  moveMenu(event) {
    if (!event.target.matches(".bubble-menu")) return;
    const all = [...this.list.querySelectorAll(".bubble-menu")];
    const at = all.indexOf(event.target);
    const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined || !all[next]) return;
    event.preventDefault();
    event.target.tabIndex = -1;
    all[next].tabIndex = 0;
    all[next].focus();
  }

  enterList(event) {
    if (event.target !== byId("log") || event.key !== "Enter") return;
    event.preventDefault(); // or the same Enter would press the button that gets the focus
    this.list.querySelector(".bubble-menu[tabindex='0']")?.focus();
  }
}

function separator(date) {
  return el("li", { class: "day" }, el("span", { text: dayName(date) }));
}
