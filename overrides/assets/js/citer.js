// How to cite a page, or a passage that has its own address: a sentence, BibTeX and CSL-JSON, with the name of the state
// of the data. Loaded when somebody asks for it.
import { announce } from "./annonce.js";
import { el } from "./el.js";

const page = document.querySelector("details.citer");
const { titre, demarche = "" } = page.dataset;
const said = page.querySelector(".citer__texte").textContent.trim();
const home = said.split(/\s/).at(-1);
const site = document.querySelector("meta[property='og:site_name']").content;
const state = fetch(new URL("../../donnees/etat.json", import.meta.url), { cache: "no-cache" })
  .then((answer) => answer.json())
  .catch(() => ({}));

const plain = (text) => text.replace(/\s+/g, " ").trim();
const NAMED = { "\\": "backslash", "{": "braceleft", "}": "braceright", "~": "asciitilde", "^": "asciicircum" };
const tex = (text) => text.replace(/[\\{}~^&%$#_]/g, (sign) => (NAMED[sign] ? `\\text${NAMED[sign]}{}` : `\\${sign}`));
const longDay = (day) => new Date(`${day}T12:00`).toLocaleDateString("fr-CA", { dateStyle: "long" }).replace(/^1 /, "1er ");

/** The words of what a permanent link stands beside: its number and its text, without marks or buttons. */
function passage(link) {
  const words = link.parentElement.cloneNode(true);
  for (const one of words.querySelectorAll(".lien-permanent, .etat, button")) one.remove();
  return plain(words.textContent).replace(/[.;]$/, "");
}

/** What is cited, in each form: its name and its text. */
function forms(words, anchor, { etat, date }) {
  const title = plain(words || titre);
  const url = home + anchor;
  const id = url.replace(/^\w+:\/+|\W+$/g, "").replace(/\W+/g, "-");
  const [year, month, day] = date ? date.split("-").map(Number) : [];
  const whole = words ? `« ${words} », dans ${said}` : said;
  const named = etat ? `données du ${longDay(date)} (${etat}), ` : "";
  const note = [words && `dans « ${plain(titre)} »`, demarche && `démarche « ${plain(demarche)} »`, etat && `état des données ${etat}`];
  const tags = { title: `{${tex(title)}}`, author: `{${tex(site)}}`, year, month, url, note: tex(note.filter(Boolean).join(", ")) };
  const fields = Object.entries(tags).filter(([, value]) => value);
  const lines = fields.map(([name, value]) => `  ${name} = {${value}},`);
  const csl = {
    id,
    type: "webpage",
    title,
    "container-title": words ? plain(titre) : site,
    "collection-title": plain(demarche),
    author: [{ literal: site }],
    publisher: site,
    issued: date && { "date-parts": [[year, month, day]] },
    version: etat,
    URL: url,
    language: "fr-CA",
  };
  const known = Object.entries(csl).filter(([, value]) => value);
  const values = known.map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`);
  return {
    Texte: whole.slice(0, -home.length) + named + url,
    BibTeX: [`@misc{${id},`, ...lines, "}"].join("\n"),
    "CSL-JSON": `[{\n${values.join(",\n")}\n}]`,
  };
}

async function copy(text, name) {
  try {
    await navigator.clipboard.writeText(text);
    announce(`Citation copiée (${name})`);
  } catch {
    announce("Ce navigateur ne copie pas : choisissez le texte et copiez-le.");
  }
}

async function fill(box, words, anchor) {
  const known = await state;
  for (const [name, text] of Object.entries(forms(words, anchor, known))) {
    const form = el("div", "citer__forme");
    const button = el("button", "geste", "Copier");
    button.type = "button";
    button.ariaLabel = `Copier (${name})`;
    button.addEventListener("click", () => copy(text, name));
    const shown = el(name === "Texte" ? "p" : "pre", "citer__texte", text);
    if (name !== "Texte") shown.tabIndex = 0; // it may be long: it scrolls
    form.append(el("p", "citer__nom", name), shown, button);
    box.append(form);
  }
  if (!known.etat) box.append(el("p", "citer__sans", "Le nom de l’état des données n’a pas pu être lu."));
}

/** Put the forms in place of the sentence, where the page says how to cite it. */
export async function citePage() {
  const box = el("div", "citer__formes");
  await fill(box, "", "");
  if (document.querySelector(".lien-permanent"))
    box.append(el("p", "citer__passages", "Pour citer un passage : le signe # à côté, puis « Citer »."));
  page.querySelector(".citer__texte").replaceWith(box);
}

/** The forms for the passage of a link, in a box below it. */
export async function citePassage(link, box) {
  await fill(box, passage(link), link.hash);
}
