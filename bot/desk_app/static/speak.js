// Recording a voice message on a client's page. Without this file, without a microphone, or where the browser allows
// none, nothing of it is shown and sound goes as a file. The recording is in this page only, until it was sent.

const box = document.getElementById("opname");
// What Telegram takes, or what the desk can wrap as such. Low on purpose: speech stays clear and three minutes small.
const FORMAT = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"]
  .find((one) => window.MediaRecorder?.isTypeSupported(one));
const BITS_PER_SECOND = 32000;
const FILE_NAMES = { "audio/ogg": "opname.ogg", "audio/webm": "opname.webm", "audio/mp4": "opname.m4a" };
let most = 0; // seconds
let recorder = null;
let recording = null; // a Blob, until it was sent or thrown away
let began = 0;
let told = 0;
let timer = 0;
let fading = 0;

function part(name) { return box.querySelector(`[data-speak="${name}"]`); }
function sentence(name) { return box.querySelector(`[data-says="${name}"]`).textContent; }
function clock(seconds) { return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`; }
function gone() { return Math.min(most, Math.floor((performance.now() - began) / 1000)); }

function say(name, values = {}) {
  clearTimeout(fading);
  part("said").textContent = name && sentence(name).replace(/{(\w+)}/g, (hole, key) => values[key] ?? hole);
  if (name === "sent") fading = setTimeout(say, 10000, ""); // then it has left
}

function show(state) {
  if (state === "idle") delete box.dataset.busy;
  else box.dataset.busy = state;
  part("start").hidden = part("help").hidden = state === "running" || state === "done";
  part("running").hidden = state !== "running";
  part("form").hidden = state !== "done";
}

async function start() {
  if (box.dataset.busy) return;
  show("asking");
  say("asking");
  let stream = null;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    record(stream);
  } catch (problem) {
    for (const track of stream?.getTracks() ?? []) track.stop();
    show("idle");
    say(problem.name === "NotAllowedError" ? "refused" : "broken");
  }
}

function record(stream) {
  const parts = [];
  recorder = new MediaRecorder(stream, { mimeType: FORMAT, audioBitsPerSecond: BITS_PER_SECOND });
  recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
  // Also when the microphone is pulled out: what was said until then is kept.
  recorder.addEventListener("stop", () => {
    for (const track of stream.getTracks()) track.stop();
    stopped(new Blob(parts, { type: FORMAT.split(";")[0] }));
  });
  recorder.start();
  began = performance.now();
  told = 0;
  part("time").textContent = clock(0);
  timer = setInterval(tick, 250);
  show("running");
  say("recording");
  part("stop").focus();
}

// Who sees the time reads every second; who hears it is told each half minute, and near the end.
function tick() {
  const now = gone();
  part("time").textContent = clock(now);
  if (now >= most) return stop();
  if (now === told) return;
  told = now;
  if (most - now === 30 || most - now === 10) say("left", { seconds: most - now });
  else if (now % 30 === 0) say("at", { time: clock(now) });
}

function stop() {
  if (recorder?.state === "recording") recorder.stop();
}

function stopped(blob) {
  clearInterval(timer);
  const length = gone();
  recorder = null;
  if (!blob.size) {
    show("idle");
    return say("empty");
  }
  recording = blob;
  const player = part("player");
  player.src = part("address").href = URL.createObjectURL(blob);
  part("address").download = FILE_NAMES[blob.type];
  part("length").textContent = clock(length);
  show("done");
  say(length >= most ? "full" : "stopped", { time: clock(length) });
  // Not on the button that sends: who presses twice to stop must not send.
  part("done").focus();
}

// A recorder that still records cannot write how long it is; players find out at the end.
function measure(event) {
  const player = event.target;
  if (player.duration !== Infinity) return;
  player.addEventListener("durationchange", () => { player.currentTime = 0; }, { once: true });
  player.currentTime = 1e9;
}

function forget() {
  const player = part("player");
  URL.revokeObjectURL(player.src);
  player.removeAttribute("src");
  part("address").removeAttribute("href");
  part("save").hidden = true;
  document.getElementById("opname-uitkomst").replaceChildren();
  document.getElementById("opname-tekst").value = "";
  recording = null;
  show("idle");
  part("start").focus();
}

function drop() {
  if (part("send").ariaDisabled) return; // on its way: too late for this, «Haal terug» comes
  forget();
  say("dropped");
}

async function send(event) {
  event.preventDefault();
  const button = part("send");
  if (!recording || button.ariaDisabled) return;
  button.ariaDisabled = "true";
  say("sending");
  const sent = new FormData(part("form"));
  sent.set("file", recording, "opname");
  try {
    const answer = await fetch(part("form").action, { method: "POST", body: sent, redirect: "manual" });
    if (answer.type === "opaqueredirect") { // to the page with the message in it: it is on its way
      forget();
      say("sent");
      document.dispatchEvent(new Event("desk:changed"));
    } else explain(answer.status, new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    explain(0, null);
  }
  button.ariaDisabled = null;
}

// Why it was not sent, in the words of the desk when it has some; the recording stays.
function explain(status, page) {
  const place = document.getElementById("opname-uitkomst");
  const why = page?.getElementById("opname-uitkomst");
  if (why?.textContent.trim()) place.replaceChildren(...why.childNodes);
  else {
    const line = document.createElement("p");
    line.className = "wrong";
    line.textContent = sentence(status === 401 || status === 403 ? "signed_out" : "failed");
    place.querySelector(":scope > .wrong")?.remove();
    place.prepend(line); // advice that was read before counts as read
  }
  part("save").hidden = false;
  say("");
}

async function offer() {
  const devices = await navigator.mediaDevices.enumerateDevices();
  box.hidden = !box.dataset.busy && !devices.some((one) => one.kind === "audioinput");
}

if (box && FORMAT && navigator.mediaDevices) {
  most = Number(box.dataset.most);
  part("start").addEventListener("click", start);
  part("stop").addEventListener("click", stop);
  part("drop").addEventListener("click", drop);
  part("player").addEventListener("loadedmetadata", measure);
  part("form").addEventListener("submit", send);
  navigator.mediaDevices.addEventListener("devicechange", () => offer().catch(() => {}));
  window.addEventListener("beforeunload", (event) => { if (box.dataset.busy) event.preventDefault(); });
  offer().catch(() => {});
}
