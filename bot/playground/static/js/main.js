/** Joins the parts of the page: the chosen client, the stream of that chat, and what is shown of it. */

import { openActions } from "./actions.js";
import * as api from "./api.js";
import { Attachments } from "./attachments.js";
import { Bar } from "./bar.js";
import { Chat } from "./chat.js";
import { Clients } from "./clients.js";
import { Commands } from "./commands.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { byId } from "./dom.js";
import { useDrawers } from "./drawers.js";
import { Foot } from "./foot.js";
import { codeOfLink, invitationForm } from "./invitation.js";
import { ReplyKeyboard, stopWaiting } from "./keyboard.js";
import { alertBox, toast, tryTo } from "./notices.js";
import { Pending } from "./pending.js";
import { Recording } from "./recording.js";
import { Scrolling } from "./scrolling.js";
import { useTheme } from "./theme.js";
import { Trouble } from "./trouble.js";

const FILE_WORDS = { photo: "Foto wordt verstuurd…", voice: "Spraakbericht wordt verstuurd…" };

/** @param {object} state the answer of /play/state */
function build(state) {
  const chat = new Chat();
  const scrolling = new Scrolling();
  const pending = new Pending(scrolling);
  const bar = new Bar(state.bot);
  const closeDrawers = useDrawers();
  const id = () => chat.id;

  const say = (text, replyTo) => deliver(text, { text, reply_to: replyTo });
  const sendBatch = (batch) => deliver(FILE_WORDS[batch.as] ?? "Wordt verstuurd…", batch);
  const start = (code) => {
    closeDrawers();
    foot.focusField();
    return tryTo(() => api.start(id(), code));
  };
  function deliver(words, message) {
    const to = id();
    return pending.send(words, () => api.send(to, message));
  }

  const commands = new Commands((command) => composer.choose(command));
  const conversation = new Conversation({ botName: state.bot.name || state.bot.username, onMenu, onPress }, scrolling);
  const composer = new Composer({ send: say, edit: (message, text) => tryTo(() => api.edit(id(), message, text)), lastOwn: () => conversation.lastOwn() }, commands);
  const keyboard = new ReplyKeyboard({ onText: say, onContact: () => sendBatch({ as: "contact" }), onLocation: () => sendBatch({ as: "location" }) });
  const attachments = new Attachments(sendBatch);
  const recording = new Recording((files, duration) => sendBatch({ as: "voice", files, duration }), () => attachments.pickVoice());
  const trouble = new Trouble(id, start, state.links);
  const foot = new Foot(() => start(), () => tryTo(() => api.block(id(), false)));
  invitationForm(byId("intro-invitation"), start);

  function onMenu(anchor, messages) {
    const remove = (message) => tryTo(() => api.remove(id(), message.message_id));
    openActions(anchor, messages, { reply: (one) => composer.startReply(one), edit: (one) => composer.startEdit(one), remove });
  }

  async function onPress(message, button, data) {
    if (!(await tryTo(() => api.press(id(), message.message_id, data)))) stopWaiting();
  }

  function phoneState(given) {
    bar.phone(given);
    trouble.show(given);
    foot.phone(given);
  }

  chat.on("connection", (up) => bar.connection(up));
  chat.on("snapshot", (all) => {
    pending.clear();
    conversation.reset(all.messages ?? []);
    keyboard.show(all.keyboard);
    commands.set(all.commands);
    bar.typing(all.typing ? "typing" : null);
    phoneState(all);
    foot.empty(!conversation.messages.length);
  });
  chat.on("message", (message) => {
    if (message.from === "client") pending.arrived(message);
    else bar.typing(null);
    conversation.add(message);
    foot.empty(false);
  });
  chat.on("edit", (message) => {
    stopWaiting();
    conversation.edit(message);
  });
  chat.on("delete", (gone) => (gone.message_ids ?? [gone.message_id]).forEach((one) => conversation.remove(one)));
  chat.on("typing", (typing) => bar.typing(typing?.action ?? null));
  chat.on("keyboard", (given) => keyboard.show(given));
  chat.on("callback_answer", (answer) => {
    stopWaiting();
    if (answer.text) (answer.show_alert ? alertBox : toast)(answer.text);
  });
  chat.on("status", (status) => conversation.setState(status.message_id, status.state));
  chat.on("commands", (given) => commands.set(given?.commands ?? given));
  chat.on("chat", phoneState);

  byId("messages").addEventListener("click", (event) => {
    const command = event.target.closest?.("button.command");
    const link = event.target.closest?.("a[href]");
    const code = link && codeOfLink(link.href, state.bot.username ?? "");
    if (command) say(command.dataset.command);
    if (!code) return;
    event.preventDefault();
    start(code);
  });

  const clients = new Clients(state.clients, (client) => {
    closeDrawers();
    recording.stop(false);
    foot.leave();
    bar.owner(client);
    conversation.reset([]);
    keyboard.show(null);
    composer.open(client.id);
    chat.open(client);
  });
  clients.open(clients.fromAddress());
}

useTheme();
try {
  build(await api.state());
} catch (error) {
  byId("banner").hidden = false;
  byId("banner").textContent = `${error.message} Laad de pagina opnieuw.`;
  throw error;
}
