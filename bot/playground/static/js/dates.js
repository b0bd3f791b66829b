/** Times and days as people in the Netherlands write them. Dates come in as unix seconds. */

const ZONE = { timeZone: "Europe/Amsterdam" };
const clock = new Intl.DateTimeFormat("nl-NL", { ...ZONE, hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("nl-NL", { ...ZONE, weekday: "long", day: "numeric", month: "long" });
const iso = new Intl.DateTimeFormat("sv-SE", { ...ZONE, year: "numeric", month: "2-digit", day: "2-digit" });

export const timeOf = (seconds) => clock.format(seconds * 1000);
/** The day as 2026-07-01: two messages of one day have the same key. */
export const dayKey = (seconds) => iso.format(seconds * 1000);

export function dayName(seconds, now = Date.now()) {
  const key = dayKey(seconds);
  if (key === iso.format(now)) return "Vandaag";
  if (key === iso.format(now - 86_400_000)) return "Gisteren";
  return day.format(seconds * 1000);
}

/** Seconds as 1:05. */
export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Bytes as "12 kB" or "1,4 MB". */
export function fileSize(bytes) {
  if (!Number.isFinite(bytes)) return "";
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`;
}
