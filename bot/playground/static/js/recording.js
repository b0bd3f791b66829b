/** Recording a voice message in the place of the field. Without a microphone a sound file can be chosen. */

import { duration } from "./dates.js";
import { byId, el } from "./dom.js";
import { icon } from "./icons.js";
import { toast } from "./notices.js";

export class Recording {
  /** @param {(files: File[], duration: number) => void} send @param {Function} pickFile when this browser cannot record */
  constructor(send, pickFile) {
    this.send = send;
    this.pickFile = pickFile;
    this.box = byId("recording");
    byId("record").append(icon("mic"));
    byId("record").addEventListener("click", () => this.start());
    this.box.addEventListener("keydown", (event) => event.key === "Escape" && this.stop(false));
  }

  async start() {
    if (!window.MediaRecorder || !navigator.mediaDevices) return this.pickFile();
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      toast("De microfoon doet het niet. Kies een geluidsbestand.");
      return this.pickFile();
    }
    const parts = [];
    this.recorder = new MediaRecorder(this.stream);
    this.recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    this.recorder.addEventListener("stop", () => this.done(parts));
    this.recorder.start();
    this.show();
  }

  show() {
    const clock = el("span", { class: "recording-time", text: "0:00" });
    const cancel = el("button", { class: "round", type: "button", "aria-label": "Opname weggooien", on: { click: () => this.stop(false) } }, icon("trash"));
    const send = el("button", { class: "round strong", type: "button", "aria-label": "Opname versturen", on: { click: () => this.stop(true) } }, icon("send"));
    this.box.replaceChildren(cancel, el("span", { class: "recording-dot", "aria-hidden": "true" }), clock, el("span", { class: "recording-words", text: "Je spraakbericht wordt opgenomen" }), send);
    this.began = performance.now();
    this.timer = setInterval(() => (clock.textContent = duration((performance.now() - this.began) / 1000)), 250);
    byId("composer").hidden = true;
    this.box.hidden = false;
    send.focus();
  }

  stop(keep) {
    if (this.recorder?.state !== "recording") return;
    this.keep = keep;
    this.recorder.stop();
  }

  done(parts) {
    clearInterval(this.timer);
    const seconds = Math.max(1, Math.round((performance.now() - this.began) / 1000));
    this.stream.getTracks().forEach((track) => track.stop());
    this.box.hidden = true;
    byId("composer").hidden = false;
    byId("field").focus();
    const type = this.recorder.mimeType.split(";")[0] || "audio/webm";
    if (this.keep && parts.length) this.send([new File(parts, `spraakbericht.${type.split("/")[1]}`, { type })], seconds);
  }
}
