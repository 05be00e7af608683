// The theme button: as the system, light, dark, and round again. The choice stays on this device.
const ORDER = ["automatique", "clair", "sombre"];
const root = document.documentElement;
const button = document.querySelector(".theme");

const current = () => root.dataset.theme ?? "automatique";

function show() {
  button.querySelector(".theme__choix").textContent = current();
}

function choose(theme) {
  if (theme === "automatique") delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === "automatique") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Storage refused: the choice lasts as long as the page.
  }
}

button.addEventListener("click", async () => {
  choose(ORDER[(ORDER.indexOf(current()) + 1) % ORDER.length]);
  show();
  const { announce } = await import("./annonce.js");
  announce(`Thème ${current()}`);
});
show();
