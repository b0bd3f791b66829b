/** What was just sent and did not come back from the server yet: a bubble with a clock, or with "try again". */

import { showState } from "./bubbles.js";
import { byId, el } from "./dom.js";
import { timeOf } from "./dates.js";

export class Pending {
  constructor(scrolling) {
    this.scrolling = scrolling;
    this.waiting = [];
  }

  /** Shows the words at once and runs `deliver`; when that fails the bubble stays, with a button. */
  async send(words, deliver) {
    const entry = this.show(words);
    try {
      await deliver();
      this.drop(entry);
    } catch (error) {
      showState(entry.tick, "failed");
      entry.item.append(this.again(entry, words, deliver, error.message));
      this.scrolling.toEnd();
    }
  }

  show(words) {
    const tick = el("span", { class: "tick" });
    showState(tick, "sending");
    const meta = el("span", { class: "meta" }, el("time", { text: timeOf(Date.now() / 1000) }), tick);
    const item = el("li", { class: "msg from-client pending" }, el("div", { class: "bubble" }, el("div", { class: "words", dir: "auto", text: words }), meta));
    byId("messages").append(item);
    this.scrolling.toEnd();
    const entry = { item, tick, words };
    this.waiting.push(entry);
    return entry;
  }

  again(entry, words, deliver, reason) {
    const retry = () => {
      this.drop(entry);
      this.send(words, deliver);
    };
    return el("p", { class: "failed" }, `${reason} `, el("button", { type: "button", class: "link", text: "Opnieuw versturen", on: { click: retry } }));
  }

  drop(entry) {
    entry.item.remove();
    this.waiting = this.waiting.filter((one) => one !== entry);
  }

  /** The server has it: the real bubble takes the place of ours. */
  arrived(message) {
    const entry = this.waiting.find((one) => one.words === message.text && one.tick.dataset.state === "sending");
    if (entry) this.drop(entry);
  }

  clear() {
    [...this.waiting].forEach((entry) => this.drop(entry));
  }
}
