// Finds a client while one types; without this file the button does it. What is typed leaves the page only then.

const field = document.getElementById("zoek");
const status = document.getElementById("gevonden");
const list = document.getElementById("lijst");

function find() {
  const words = field.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  let seen = 0;
  for (const row of list.querySelectorAll(".row")) {
    const text = row.dataset.find.toLocaleLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
    if (!row.hidden) seen += 1;
  }
  for (const group of list.querySelectorAll(".group")) group.hidden = !group.querySelector(".row:not([hidden])");
  status.textContent = words.length ? (seen === 1 ? status.dataset.one : status.dataset.many.replace("{number}", seen)) : "";
}

field.addEventListener("input", find);
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { field.value = ""; find(); }
  if (event.key !== "Enter") return;
  // One client left: go there. Otherwise the form asks the server, which sees all clients, whatever the filter.
  const left = list.querySelectorAll(".row:not([hidden]) .row-name a");
  if (field.value.trim() && left.length === 1) { event.preventDefault(); left[0].click(); }
});
if (field.value) find();
// A list that was redrawn shows everybody again.
new MutationObserver(() => { if (field.value) find(); }).observe(list, { childList: true });
