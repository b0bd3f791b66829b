/** A voice message: play, pause and jump. */

import { el } from "./dom.js";
import { duration } from "./dates.js";
import { icon } from "./icons.js";

/** @param {{url: string, duration: number}} voice duration in seconds */
export function voicePlayer(voice) {
  const audio = new Audio();
  audio.preload = "none";
  audio.src = voice.url;
  const button = el("button", { class: "round strong small", type: "button", "aria-label": "Afspelen" }, icon("play"));
  const place = el("input", { class: "voice-place", type: "range", min: "0", max: "1000", value: "0", "aria-label": "Plek in het spraakbericht" });
  const clock = el("span", { class: "voice-time", text: duration(voice.duration) });
  const length = () => (Number.isFinite(audio.duration) ? audio.duration : voice.duration || 1);
  const show = (playing) => {
    button.replaceChildren(icon(playing ? "pause" : "play"));
    button.setAttribute("aria-label", playing ? "Pauze" : "Afspelen");
  };
  button.addEventListener("click", () => (audio.paused ? audio.play().catch(() => show(false)) : audio.pause()));
  place.addEventListener("input", () => (audio.currentTime = (place.value / 1000) * length()));
  audio.addEventListener("play", () => show(true));
  audio.addEventListener("pause", () => show(false));
  audio.addEventListener("ended", () => show(false));
  audio.addEventListener("timeupdate", () => {
    place.value = String((audio.currentTime / length()) * 1000);
    clock.textContent = duration(audio.currentTime || voice.duration);
  });
  return el("div", { class: "voice" }, button, place, clock);
}
