/** What a message carries besides words: photos, documents, voice, and the kinds that only have a name. */

import { fileSize } from "./dates.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { openPhoto } from "./lightbox.js";
import { safeUrl } from "./text.js";
import { voicePlayer } from "./voice.js";

const OTHER = {
  location: ["location", "Locatie"],
  venue: ["location", "Locatie"],
  contact: ["contact", "Contact"],
  poll: ["poll", "Poll"],
  sticker: ["sticker", "Sticker"],
  video: ["video", "Video"],
  video_note: ["video", "Video"],
  animation: ["video", "Filmpje"],
  audio: ["mic", "Geluid"],
};

/** The nodes of everything in these messages (more than one is an album) that is not text. */
export function mediaOf(messages) {
  const photos = messages.filter((one) => one.photo);
  const rest = messages.filter((one) => !one.photo).flatMap(single);
  return [photos.length > 0 && album(photos), ...rest];
}

function album(photos) {
  const many = photos.length > 1;
  return el("div", { class: many ? "album" : "album one" }, photos.map((one, at) => photo(one, many ? ` ${at + 1}` : "")));
}

function photo({ photo: picture, caption }, number) {
  const label = caption ? `Foto${number}: ${caption}` : `Foto${number}`;
  const image = el("img", { src: picture.url, alt: label, loading: "lazy", width: picture.width || 320, height: picture.height || 240 });
  image.addEventListener("error", () => button.replaceChildren(el("span", { class: "missing", text: "Foto niet te zien" })), { once: true });
  const button = el("button", { class: "photo", type: "button", "aria-label": `${label}. Groot bekijken` }, image);
  button.addEventListener("click", () => openPhoto(picture.url, label));
  return button;
}

function single(message) {
  if (message.document) return [documentCard(message.document)];
  if (message.voice) return [voicePlayer(message.voice)];
  const kind = Object.keys(OTHER).find((name) => message[name] || message.other === name);
  return kind ? [otherCard(kind, message[kind])] : [];
}

function documentCard(file) {
  const words = el("span", { class: "card-words" },
    el("span", { class: "card-name", text: file.name || "Bestand", dir: "auto" }),
    el("span", { class: "card-more", text: [fileSize(file.size), "Openen"].filter(Boolean).join(" · ") }));
  const href = file.url && safeUrl(file.url);
  const look = el("span", { class: "card-icon" }, icon("document"));
  if (!href) return el("div", { class: "card" }, look, words);
  return el("a", { class: "card", href, target: "_blank", rel: "noopener" }, look, words);
}

function otherCard(kind, value) {
  const [look, name] = OTHER[kind];
  if (kind === "sticker" && value?.emoji) return el("div", { class: "sticker", role: "img", "aria-label": `Sticker ${value.emoji}`, text: value.emoji });
  const detail = value?.title ?? value?.question ?? value?.phone_number ?? coordinates(value) ?? "";
  return el("div", { class: "card" }, el("span", { class: "card-icon" }, icon(look)),
    el("span", { class: "card-words" }, el("span", { class: "card-name", text: name }), detail && el("span", { class: "card-more", text: detail, dir: "auto" })));
}

const coordinates = (value) => (Number.isFinite(value?.latitude) ? `${value.latitude.toFixed(4)}, ${value.longitude.toFixed(4)}` : null);
