/** A look at what is about to be sent, with words to go along and the choice "as a file". */

import { fileSize } from "./dates.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { openDialog } from "./notices.js";

const ALBUM_MAX = 10; // Telegram: 2-10 items in sendMediaGroup

const isPhoto = (file) => /^image\/(jpeg|png|webp|gif|bmp|heic|heif)$/.test(file.type);

/**
 * @param {File[]} given
 * @param {"photo"|"document"} as how photos are sent unless the person changes it
 * @param {(batch: {as: string, files: File[], text: string}) => void} send
 */
export function openPreview(given, as, send) {
  let files = given;
  const urls = new Map();
  const list = el("ul", { class: "preview-list", role: "list" });
  const caption = el("textarea", { rows: "2", dir: "auto", maxlength: "1024", placeholder: "Schrijf er iets bij", "aria-label": "Schrijf er iets bij" });
  const asFile = el("input", { type: "checkbox" });
  asFile.checked = as === "document";
  const choice = el("label", { class: "choice" }, asFile, "Stuur als bestand (beter leesbaar)");
  const cancel = el("button", { class: "button", type: "button", text: "Toch niet" });
  const form = el("form", { class: "preview-form" }, list, choice, caption,
    el("div", { class: "dialog-foot" }, cancel, el("button", { class: "button strong", type: "submit", text: "Versturen" })));
  const dialog = openDialog("preview", "Voor het versturen", el("h2", { text: "Dit ga je sturen" }), form);

  const show = () => {
    list.replaceChildren(...files.map((file) => row(file, urls, () => drop(file))));
    choice.hidden = !files.some(isPhoto);
  };
  const drop = (file) => {
    files = files.filter((one) => one !== file);
    if (files.length) show();
    else dialog.close();
  };
  cancel.addEventListener("click", () => dialog.close());
  caption.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close();
    batches(files, asFile.checked, caption.value.trim()).forEach(send);
  });
  dialog.addEventListener("close", () => urls.forEach((url) => URL.revokeObjectURL(url)));
  show();
  caption.focus();
}

function row(file, urls, drop) {
  const remove = el("button", { class: "round small", type: "button", "aria-label": `${file.name} weghalen`, on: { click: drop } }, icon("close"));
  return el("li", {}, isPhoto(file) ? thumbnail(file, urls) : el("span", { class: "card-icon" }, icon("document")),
    el("span", { class: "card-words" }, el("span", { class: "card-name", text: file.name, dir: "auto" }), el("span", { class: "card-more", text: fileSize(file.size) })), remove);
}

function thumbnail(file, urls) {
  if (!urls.has(file)) urls.set(file, URL.createObjectURL(file));
  return el("img", { src: urls.get(file), alt: "", width: "64", height: "64" });
}

/** Photos and files cannot be in one album, and an album has at most ten; the words go with the first. */
function batches(files, allAsFile, text) {
  const photos = allAsFile ? [] : files.filter(isPhoto);
  const others = files.filter((file) => !photos.includes(file));
  const parts = [...chunks(photos, "photo"), ...chunks(others, "document")];
  return parts.map((part, at) => (at === 0 ? { ...part, text } : part));
}

function chunks(files, as) {
  const parts = [];
  for (let at = 0; at < files.length; at += ALBUM_MAX) parts.push({ as, files: files.slice(at, at + ALBUM_MAX) });
  return parts;
}
