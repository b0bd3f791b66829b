// nlp.js (MIT) beside the finder: reads {questions, messages} on standard input, writes the first three topics of each.
const { NlpManager } = require("node-nlp");

const read = async () => {
  let text = "";
  for await (const part of process.stdin) text += part;
  return JSON.parse(text);
};

(async () => {
  const { questions, messages } = await read();
  const manager = new NlpManager({ languages: ["nl"], forceNER: false, autoSave: false, nlu: { log: false } });
  for (const [topic, texts] of Object.entries(questions)) {
    for (const text of texts) manager.addDocument("nl", text, topic);
  }
  await manager.train();
  const found = [];
  for (const message of messages) {
    const { classifications } = await manager.process("nl", message);
    found.push(classifications.slice(0, 3).map((one) => one.intent));
  }
  process.stdout.write(JSON.stringify(found));
})();
