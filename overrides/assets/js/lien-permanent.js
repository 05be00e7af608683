// A permanent link also copies itself; following it, as it does without scripts, highlights where it leads. Beside the
// one that was followed, or that has the focus, a button says how to cite what it leads to.
import { announce } from "./annonce.js";

const made = (name, facts) => Object.assign(document.createElement(name), facts);
const button = made("button", { className: "lien-permanent__citer", type: "button", textContent: "Citer" });
let box;

function close() {
  box?.remove();
  box = null;
  button.ariaExpanded = "false";
}

function offer(link) {
  if (!link || button.previousElementSibling === link || !document.querySelector("details.citer")) return;
  close();
  link.after(button);
}

button.addEventListener("click", async () => {
  if (box) return close();
  const mine = (box = made("div", { className: "citer citer--passage" }));
  button.ariaExpanded = "true";
  (button.closest(".action__tete") ?? button.closest("h2, h3, h4, h5, h6, p")).after(mine);
  (await import("./citer.js")).citePassage(button.previousElementSibling, mine);
});

document.addEventListener("keydown", ({ key, target }) => {
  if (key !== "Escape" || !box || !(target === button || box.contains(target))) return;
  close();
  button.focus();
});

// Not under a finger that presses: the link would move away from it before the click.
document.addEventListener("focusin", ({ target }) => !box && target.matches(".lien-permanent:focus-visible") && offer(target));

const land = () => offer([...document.querySelectorAll(".lien-permanent")].find((link) => location.hash && link.hash === location.hash));
addEventListener("hashchange", land);
land();

document.addEventListener("click", async (event) => {
  const link = event.target.closest(".lien-permanent");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  offer(link);
  try {
    await navigator.clipboard.writeText(link.href);
    announce("Lien copié");
  } catch {
    announce("Le lien est dans la barre d’adresse");
  }
});
