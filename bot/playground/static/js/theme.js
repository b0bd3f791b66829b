/** Light, dark, or as the device wants. The choice is kept in this browser. */

const KEY = "theme";

export function useTheme() {
  const kept = localStorage.getItem(KEY) ?? "auto";
  document.documentElement.dataset.theme = kept;
  for (const radio of document.querySelectorAll("#theme input")) {
    radio.checked = radio.value === kept;
    radio.addEventListener("change", () => {
      localStorage.setItem(KEY, radio.value);
      document.documentElement.dataset.theme = radio.value;
    });
  }
}
