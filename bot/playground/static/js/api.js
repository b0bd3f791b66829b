/** The playground's own control API (not Telegram's): everything that the page asks of the server. */

export class ApiError extends Error {}

/** What the server's codes mean for the person at the phone. */
const WORDS = {
  blocked: "Je hebt de bot geblokkeerd.",
  empty_text: "Een bericht zonder tekst kan niet.",
  no_such_message: "Dit bericht is er niet meer.",
  no_such_button: "Deze knop is er niet meer.",
  not_a_photo: "Dit is geen goede foto. Stuur het als bestand.",
  no_file: "Kies eerst een bestand.",
  unknown_client: "Deze klant bestaat niet meer.",
};

async function ask(method, path, body) {
  const options = { method, headers: { Accept: "application/json" } };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new ApiError("De proeftuin antwoordt niet.");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(WORDS[answer.error] ?? "Dat lukte niet. Probeer het nog een keer.");
  return answer;
}

const act = (chatId, name) => `/play/chats/${encodeURIComponent(chatId)}/${name}`;
const post = (chatId, name, body = {}) => ask("POST", act(chatId, name), body);

export const eventsPath = (chatId) => act(chatId, "events");
export const state = () => ask("GET", "/play/state");

/**
 * Sends what a client sends.
 * @param {{text?: string, as?: string, reply_to?: number, duration?: number, files?: File[]}} message
 *   several files become an album; duration is in whole seconds
 */
export function send(chatId, { files = [], ...fields }) {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== "");
  if (!files.length) return post(chatId, "send", Object.fromEntries(given));
  const form = new FormData();
  given.forEach(([name, value]) => form.append(name, String(value)));
  files.forEach((file) => form.append("files", file, file.name));
  return post(chatId, "send", form);
}

export const press = (chatId, messageId, data) => post(chatId, "press", { message_id: messageId, data });
export const edit = (chatId, messageId, text) => post(chatId, "edit", { message_id: messageId, text });
export const remove = (chatId, messageId) => post(chatId, "delete", { message_id: messageId });
export const block = (chatId, blocked) => post(chatId, "block", { blocked });
/** @param {number} seconds how long the phone has no connection; 0 ends it */
export const offline = (chatId, seconds) => post(chatId, "offline", { seconds });
export const start = (chatId, payload) => post(chatId, "start", payload ? { payload } : {});

/** @param {{kind: string, seconds?: number, delay?: number, times?: number, retry_after?: number, chat_id?: number}} kind */
export const trouble = (kind) => ask("POST", "/play/trouble", kind);
export const noTrouble = () => ask("DELETE", "/play/trouble");
