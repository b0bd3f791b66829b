/** Keeps the newest message in sight, unless the person is reading back; then a badge counts what is new. */

import { byId, el } from "./dom.js";
import { icon } from "./icons.js";

const NEAR_PX = 80;

export class Scrolling {
  constructor() {
    this.log = byId("log");
    this.button = byId("to-bottom");
    this.badge = el("span", { class: "badge", hidden: true });
    this.button.append(icon("down"), this.badge);
    this.button.addEventListener("click", () => this.toEnd(true));
    this.log.addEventListener("scroll", () => this.look(), { passive: true });
    this.unread = 0;
    this.wasAtEnd = true;
    this.height = 0;
    const sizes = new ResizeObserver(() => this.resized());
    sizes.observe(this.log);
    sizes.observe(byId("messages"));
  }

  atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_PX;
  }

  /** Call after a message was added. @param {boolean} counts whether it is news to the person */
  added(counts) {
    if (this.wasAtEnd || !counts) return this.toEnd();
    this.unread += 1;
    this.show();
  }

  toEnd(smooth = false) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.log.scrollTo({ top: this.log.scrollHeight, behavior: smooth && !calm ? "smooth" : "instant" });
    this.wasAtEnd = true;
    this.unread = 0;
    this.show();
  }

  /** A keyboard or a photo took room: who was at the end stays there. */
  resized() {
    this.height = this.log.clientHeight;
    if (this.wasAtEnd) this.toEnd();
  }

  /** A scroll that only comes from a change of height says nothing about what the person wants. */
  look() {
    if (this.height !== this.log.clientHeight) return;
    this.wasAtEnd = this.atEnd();
    if (this.wasAtEnd) this.unread = 0;
    this.show();
  }

  show() {
    this.button.hidden = this.wasAtEnd;
    this.badge.hidden = this.unread === 0;
    this.badge.textContent = String(this.unread);
    const news = this.unread === 1 ? "1 nieuw bericht" : `${this.unread} nieuwe berichten`;
    this.button.setAttribute("aria-label", this.unread ? `Naar het laatste bericht, ${news}` : "Naar het laatste bericht");
  }
}
