// The button that reads aloud shows where the browser has a French voice; what reads comes when it is pressed.
const box = document.querySelector(".lire");
const button = box.querySelector(".lire__bouton");
const speech = window.speechSynthesis;

/** The French voices; those of this device come before those of a server, those of here before those of elsewhere. */
export function voices() {
  const rank = ({ localService, lang }) => 2 * localService + /ca$/i.test(lang);
  return speech.getVoices().filter(({ lang }) => /^fr(?![a-z])/i.test(lang)).sort((a, b) => rank(b) - rank(a));
}

const offer = () => voices().length && box.classList.add("lire--prete");

async function read() {
  try {
    const { wire } = await import("./lecture.js");
    wire(box);
  } catch {
    button.addEventListener("click", read, { once: true });
  }
}

if (speech) {
  offer();
  speech.addEventListener?.("voiceschanged", offer);
  button.addEventListener("click", read, { once: true });
}
