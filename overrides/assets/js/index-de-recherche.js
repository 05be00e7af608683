// The index: Pagefind, loaded when something is asked of it. Words are opened here as they were when indexed:
// « l’énergie » → « énergie », « œuvre » → « oeuvre »; those that say nothing are left out.
import { EMPTY } from "./mots-vides.js";

export const ROOT = new URL("../../", import.meta.url);
const APART = /[\s'’"«»]+/;

let engine;

function load() {
  engine ??= (async () => {
    const pagefind = await import(new URL("recherche/pagefind.js", ROOT));
    await pagefind.options({ excerptLength: 24, baseUrl: "/" });
    return pagefind;
  })();
  engine.catch(() => (engine = undefined));
  return engine;
}

const bare = (word) => word.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");

/** The words of a question that say something; none when nothing is asked. */
export const wordsOf = (question) =>
  question.replace(/œ/gi, "oe").replace(/æ/gi, "ae").split(APART).filter((word) => bare(word) && !EMPTY.has(bare(word)));

/** What answers to some words: { results, filters }, the filters with how many results each value has once loaded. */
export const ask = async (words, filters) => (await load()).search(words.join(" "), { filters });

/** From then on, answers say how many results each value of each filter has. */
export const loadFilters = async () => (await load()).filters();
