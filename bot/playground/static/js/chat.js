/** The stream of one client's chat. Listeners get what the server says, and `connection` when the stream drops. */

import { eventsPath } from "./api.js";

const KINDS = [
  "snapshot", "message", "edit", "delete", "typing", "keyboard", "callback_answer", "status", "commands", "chat",
];
const RETRY_MS = 2000;

export class Chat {
  constructor() {
    this.client = null;
    this.listeners = new Map();
  }

  get id() {
    return this.client?.id;
  }

  /** Registers what to do at an event; `data` is the parsed JSON of the event. */
  on(kind, listener) {
    this.listeners.set(kind, [...(this.listeners.get(kind) ?? []), listener]);
  }

  emit(kind, data) {
    for (const listener of this.listeners.get(kind) ?? []) listener(data);
  }

  /** Leaves the chat that was open and opens the one of this client. */
  open(client) {
    this.client = client;
    this.connect();
  }

  connect() {
    clearTimeout(this.retry);
    this.source?.close();
    const source = new EventSource(eventsPath(this.id));
    this.source = source;
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => {
        if (source === this.source) this.emit(kind, JSON.parse(event.data || "null"));
      });
    }
    source.addEventListener("open", () => this.emit("connection", true));
    source.addEventListener("error", () => this.dropped(source));
  }

  /** The browser retries a broken stream by itself, but not one that was refused: we do that. */
  dropped(source) {
    if (source !== this.source) return;
    this.emit("connection", false);
    if (source.readyState === EventSource.CLOSED) this.retry = setTimeout(() => this.connect(), RETRY_MS);
  }
}
