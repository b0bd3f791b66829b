/** The bot's commands: behind the menu button, and while a "/" is being typed. */

import { byId, el } from "./dom.js";
import { icon } from "./icons.js";

export class Commands {
  /** @param {(command: string) => void} choose */
  constructor(choose) {
    this.choose = choose;
    this.commands = [];
    this.box = byId("command-list");
    this.button = byId("commands");
    this.button.append(icon("slash"));
    this.button.addEventListener("click", () => (this.box.hidden ? this.openAll() : this.close()));
    this.box.addEventListener("keydown", (event) => this.move(event));
  }

  set(commands) {
    this.commands = commands ?? [];
    this.button.hidden = !this.commands.length;
    this.close();
  }

  openAll() {
    this.show(this.commands);
    this.box.firstElementChild?.focus();
  }

  /** Follows what is typed: "/st" shows what starts with that. */
  typed(text) {
    const start = /^\/(\w*)$/.exec(text)?.[1];
    if (start === undefined) return this.close();
    this.show(this.commands.filter((one) => one.command.startsWith(start.toLowerCase())));
  }

  show(commands) {
    this.box.replaceChildren(...commands.map((one) => this.row(one)));
    this.box.hidden = !commands.length;
    this.button.setAttribute("aria-expanded", String(!this.box.hidden));
  }

  row({ command, description }) {
    const act = () => {
      this.close();
      this.choose(`/${command}`);
    };
    return el("button", { type: "button", on: { click: act } }, el("b", { text: `/${command}` }), el("span", { text: description, dir: "auto" }));
  }

  get isOpen() {
    return !this.box.hidden;
  }

  focusLast() {
    this.box.lastElementChild?.focus();
  }

  close() {
    this.box.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  move(event) {
    const rows = [...this.box.children];
    const at = rows.indexOf(document.activeElement);
    const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key];
    if (event.key === "Escape") this.close();
    else if (next === undefined) return;
    event.preventDefault();
    if (event.key === "Escape" || !rows[next]) byId("field").focus();
    else rows[next].focus();
  }
}
