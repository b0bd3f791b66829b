/** Ways to send something else than text: the attachment menu, pasting, and dragging a file onto the phone. */

import { byId, el } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { openPreview } from "./preview.js";

const IMAGES = "image/*";

export class Attachments {
  /** @param {(batch: {as: string, files?: File[], text?: string}) => void} send */
  constructor(send) {
    this.send = send;
    this.picker = el("input", { type: "file", multiple: true, class: "sr", tabindex: "-1", id: "picker", "aria-label": "Bestanden kiezen" });
    this.picker.addEventListener("change", () => this.picked());
    byId("composer").append(this.picker);
    this.button = byId("attach");
    this.button.append(icon("attach"));
    this.button.addEventListener("click", () => openMenu(this.button, this.mainMenu(), "Sturen"));
    document.addEventListener("paste", (event) => this.take(event, event.clipboardData));
    this.listenToDrops(byId("phone"), byId("drop"));
  }

  mainMenu() {
    return [
      { label: "Foto", icon: "photo", act: () => this.pick(IMAGES, "photo") },
      { label: "Bestand", icon: "document", act: () => this.pick("", "document") },
      { label: "Foto als bestand (scherper)", icon: "document", act: () => this.pick(IMAGES, "document") },
      { label: "Meer", icon: "more", act: () => openMenu(this.button, this.moreMenu(), "Meer om te sturen") },
    ];
  }

  /** Kinds that the bot does not expect; it has to say kindly what it can do. */
  moreMenu() {
    return [
      { label: "Sticker", icon: "sticker", act: () => this.send({ as: "sticker" }) },
      { label: "Locatie", icon: "location", act: () => this.send({ as: "location" }) },
      { label: "Contact", icon: "contact", act: () => this.send({ as: "contact" }) },
      { label: "Poll", icon: "poll", act: () => this.send({ as: "poll" }) },
      { label: "Video", icon: "video", act: () => this.send({ as: "video" }) },
    ];
  }

  /** @param {string} accept kinds of files that can be chosen @param {string} as how they are sent at first */
  pick(accept, as) {
    this.as = as;
    this.picker.accept = accept;
    this.picker.click();
  }

  /** Lets the person choose a sound file, for browsers that cannot record. */
  pickVoice() {
    this.pick("audio/*", "voice");
  }

  picked() {
    const files = [...this.picker.files];
    this.picker.value = "";
    if (!files.length) return;
    if (this.as === "voice") this.send({ as: "voice", files: files.slice(0, 1) });
    else openPreview(files, this.as, this.send);
  }

  take(event, data) {
    const files = [...(data?.files ?? [])];
    if (!files.length || document.querySelector("dialog[open]") || !this.canSend()) return;
    event.preventDefault();
    openPreview(files, "photo", this.send);
  }

  /** Before "Start", or while the bot is blocked, there is no field and nothing can be sent. */
  canSend() {
    return !byId("composer").hidden;
  }

  listenToDrops(phone, zone) {
    let depth = 0;
    const show = (change) => {
      depth = Math.max(0, depth + change);
      zone.hidden = depth === 0;
    };
    const holdsFiles = (event) => event.dataTransfer?.types.includes("Files") && this.canSend();
    phone.addEventListener("dragenter", (event) => holdsFiles(event) && show(1));
    phone.addEventListener("dragleave", (event) => holdsFiles(event) && show(-1));
    document.addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
    document.addEventListener("drop", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      depth = 0;
      zone.hidden = true;
      if (phone.contains(event.target)) this.take(event, event.dataTransfer);
    });
  }
}
