// A permanent link also copies itself; following it, as it does without scripts, highlights where it leads.
import { announce } from "./annonce.js";

document.addEventListener("click", async (event) => {
  const link = event.target.closest(".lien-permanent");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  try {
    await navigator.clipboard.writeText(link.href);
    announce("Lien copié");
  } catch {
    announce("Le lien est dans la barre d’adresse");
  }
});
