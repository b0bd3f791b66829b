// Choosing many clients: all or none at once, and how many there are. Without this file one ticks them one by one.
const boxes = [...document.querySelectorAll('input[name^="klant-"]')];
const picked = document.querySelector("[data-picked]");

function count() {
  const number = boxes.filter((box) => box.checked).length;
  picked.textContent = number === 1 ? picked.dataset.one : picked.dataset.many.replace("{number}", number);
}

for (const button of document.querySelectorAll("[data-pick]")) {
  button.hidden = boxes.length < 2;
  button.addEventListener("click", () => {
    for (const box of boxes) box.checked = button.dataset.pick === "all";
    count();
  });
}
for (const box of boxes) box.addEventListener("change", count);
for (const field of document.querySelectorAll("#dag, #tijd")) {
  field.addEventListener("input", () => { document.getElementById("later").checked = true; });
}
count();
