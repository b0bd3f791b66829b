/** The field: typing, sending, answering a message, and changing an own message. */

import { summary, wordsOf } from "./bubbles.js";
import { byId, el } from "./dom.js";
import { draftOf, keepDraft } from "./drafts.js";
import { icon } from "./icons.js";

export class Composer {
  /**
   * @param {{send: Function, edit: Function, lastOwn: Function}} acts send(text, replyTo), edit(id, text)
   * @param {Commands} commands
   */
  constructor(acts, commands) {
    this.acts = acts;
    this.commands = commands;
    this.field = byId("field");
    this.context = byId("context");
    byId("send").append(icon("send"));
    byId("composer").addEventListener("submit", (event) => this.submit(event));
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("input", () => this.typed());
  }

  /** Another client: take along nothing, and bring back what he or she was writing. */
  open(clientId) {
    this.clientId = clientId;
    this.leaveContext();
    this.fill(draftOf(clientId));
  }

  fill(text) {
    this.field.value = text;
    this.grow();
  }

  typed() {
    if (!this.editing) keepDraft(this.clientId, this.field.value);
    this.commands.typed(this.field.value);
    this.grow();
  }

  /** The field is as high as its text, up to the limit in the style sheet. */
  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
    const empty = !this.field.value.trim();
    byId("send").hidden = empty;
    byId("record").hidden = !empty;
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) this.submit(event);
    else if (event.key === "Escape") this.escape(event);
    else if (event.key === "ArrowUp" && this.commands.isOpen) this.up(event, () => this.commands.focusLast());
    else if (event.key === "ArrowUp" && !this.field.value) this.up(event, () => this.editLast());
  }

  up(event, act) {
    event.preventDefault();
    act();
  }

  escape(event) {
    if (!this.commands.isOpen && !this.editing && !this.replyTo) return;
    event.stopPropagation();
    if (this.commands.isOpen) this.commands.close();
    else this.leaveContext();
  }

  /** A command from the list takes the place of the one that was being typed; other words stay. */
  choose(command) {
    if (/^\/\w*$/.test(this.field.value)) {
      keepDraft(this.clientId, "");
      this.fill("");
    }
    this.acts.send(command);
    this.field.focus();
  }

  submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text) return;
    const { editing, replyTo } = this;
    this.commands.close();
    if (editing) this.acts.edit(editing.message_id, text);
    else this.acts.send(text, replyTo?.message_id);
    if (!editing) keepDraft(this.clientId, "");
    this.leaveContext();
    this.fill(editing ? draftOf(this.clientId) : "");
    this.field.focus();
  }

  editLast() {
    const message = this.acts.lastOwn();
    if (message) this.startEdit(message);
  }

  startEdit(message) {
    this.showContext("edit", "Bericht aanpassen", message);
    this.editing = message;
    this.fill(wordsOf(message));
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  startReply(message) {
    this.showContext("reply", "Antwoord op", message);
    this.replyTo = message;
    this.field.focus();
  }

  showContext(look, label, message) {
    this.leaveContext();
    const stop = el("button", { class: "round small", type: "button", "aria-label": "Toch niet", on: { click: () => this.stop() } }, icon("close"));
    this.context.replaceChildren(icon(look), el("div", { class: "context-words" }, el("b", { text: label }), el("span", { text: summary(message), dir: "auto" })), stop);
    this.context.hidden = false;
  }

  stop() {
    this.leaveContext();
    this.field.focus();
  }

  /** Forgets edit or answer. An edit that is left brings the draft back. */
  leaveContext() {
    const wasEditing = this.editing;
    this.editing = null;
    this.replyTo = null;
    this.context.hidden = true;
    if (wasEditing) this.fill(draftOf(this.clientId));
  }
}
