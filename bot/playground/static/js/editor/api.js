/** What the page asks of the bot. The playground alone, without a bot, has no answers. */

const WORDS = {
  empty_text: "Typ eerst een vraag.",
  no_such_topic: "Dit onderwerp bestaat niet meer. Laad de pagina opnieuw.",
};

export class NoAnswer extends Error {}

async function get(path, options = {}) {
  let response;
  try {
    response = await fetch(`/play/editor/${path}`, { headers: { Accept: "application/json" }, ...options });
  } catch {
    throw new NoAnswer("De bot antwoordt niet. Draait hij nog?");
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return answer;
  if (answer?.error) throw new NoAnswer(WORDS[answer.error] ?? "Dat lukte niet. Probeer het nog een keer.");
  throw new NoAnswer("Deze pagina werkt alleen als de bot meedraait. Start hem met: python run_bot.py");
}

/** @param {{question: string, earlier: string, language: string}} typed */
export const ask = (typed) => get("ask", { method: "POST", body: JSON.stringify(typed), headers: { "Content-Type": "application/json" } });
export const topics = () => get("topics");
export const topic = (slug, language) => get(`topics/${encodeURIComponent(slug)}?language=${encodeURIComponent(language)}`);
export const counts = (days) => get(`counts?days=${encodeURIComponent(days)}`);
