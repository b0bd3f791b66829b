/** Half-written texts, one per client, kept while this tab is open. */

const key = (clientId) => `draft:${clientId}`;

export function draftOf(clientId) {
  return sessionStorage.getItem(key(clientId)) ?? "";
}

export function keepDraft(clientId, text) {
  if (text) sessionStorage.setItem(key(clientId), text);
  else sessionStorage.removeItem(key(clientId));
}
