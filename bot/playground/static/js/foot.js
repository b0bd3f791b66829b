/** What stands at the bottom of the phone: the field, or a "Start" button, or the way out of a block. */

import { byId } from "./dom.js";

export class Foot {
  /** @param {Function} start @param {Function} unblock */
  constructor(start, unblock) {
    this.blocked = false;
    this.isEmpty = false;
    this.wantsField = false;
    byId("start").addEventListener("click", start);
    byId("unblock").addEventListener("click", () => {
      this.focusField();
      unblock();
    });
  }

  /** Like Telegram: who never wrote to the bot begins with Start. */
  empty(isEmpty) {
    this.isEmpty = isEmpty;
    this.show();
  }

  phone(chat) {
    this.blocked = Boolean(chat.blocked);
    this.show();
  }

  /** Another client: nobody waits for the field any more. */
  leave() {
    this.wantsField = false;
  }

  /** Puts the person in the field, now or as soon as it is there: the server's word may come later than ours. */
  focusField() {
    this.wantsField = true;
    this.show();
  }

  show() {
    byId("intro").hidden = !this.isEmpty;
    byId("start").hidden = !this.isEmpty || this.blocked;
    byId("unblock").hidden = !this.blocked;
    byId("composer").hidden = this.isEmpty || this.blocked || !byId("recording").hidden;
    byId("foot").classList.toggle("no-keys", this.isEmpty || this.blocked);
    if (!this.wantsField || byId("composer").hidden) return;
    this.wantsField = false;
    byId("field").focus();
  }
}
