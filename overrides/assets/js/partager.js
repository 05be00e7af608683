// The button that shares a page: by the means of the device, else by copying its address and saying so.
import { announce } from "./annonce.js";

async function copy(url) {
  try {
    await navigator.clipboard.writeText(url);
    announce("Lien copié");
  } catch {
    announce("Le lien est dans la barre d’adresse");
  }
}

async function share() {
  const url = location.href.split("#")[0];
  if (!navigator.share) return copy(url);
  try {
    await navigator.share({ title: document.querySelector("h1").textContent.trim(), url });
  } catch (refusal) {
    if (refusal.name !== "AbortError") await copy(url);
  }
}

for (const button of document.querySelectorAll(".partager")) button.addEventListener("click", share);
