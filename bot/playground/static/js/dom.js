/** Builds DOM nodes. Text always becomes a text node, so no message can become markup. */

/**
 * @param {string} tag name of the element
 * @param {Object} props `class`, `text`, `on` (listeners by event), `data` (dataset); the rest are attributes,
 *   where true means "present" and null, undefined or false means "absent"
 * @param {...(Node|string|null|Array)} children
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function setProp(node, name, value) {
  if (name === "class") node.className = value;
  else if (name === "text") node.textContent = value;
  else if (name === "on") Object.entries(value).forEach(([event, act]) => node.addEventListener(event, act));
  else if (name === "data") Object.assign(node.dataset, value);
  else if (value === true) node.setAttribute(name, "");
  else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
}

/** Words for screen readers only. */
export const hidden = (text) => el("span", { class: "sr", text });

/** The element with this id; the page is incomplete without it, so a missing one is an error. */
export function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`#${id} is missing in index.html`);
  return node;
}
