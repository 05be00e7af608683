// The index: Pagefind, loaded when something is asked of it. Words are opened here as they were when indexed
// (publish/search/opening.py): « l’énergie » → « énergie », « œuvre » → « oeuvre », « C++ » → « Cᚁᚁ »; those that say
// nothing are left out, unless they are acronyms: « MES » → « ᚐmes ».
import { LETTERS } from "./lettres.js";
import { EMPTY } from "./mots-vides.js";

export const ROOT = new URL("../../", import.meta.url);
const APART = /[\s'’"«»“”]+/;
const SIGNED = /[\p{L}\p{N}]+(?:\+{1,2}|#)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:\d+(?:\/\d+)+|[\p{L}\p{N}]{1,2}(?:[&/][\p{L}\p{N}]{1,2})+)(?![\p{L}\p{N}])/gu;
const SIGNS = { "+": "ᚁ", "/": "ᚂ", "#": "ᚃ", "&": "ᚄ" };
const ACRONYM = "ᚐ";
const IDEOGRAPH = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/gu;
const SAID = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

let engine, acronyms;

function load() {
  engine ??= (async () => {
    const pagefind = await import(new URL("recherche/pagefind.js", ROOT));
    await pagefind.options({ excerptLength: 24, baseUrl: "/" });
    return pagefind;
  })();
  engine.catch(() => (engine = undefined));
  return engine;
}

/** The words that say nothing but are acronyms of the data. */
function loadAcronyms() {
  acronyms ??= fetch(new URL("recherche/sigles.json", ROOT)).then((answer) => (answer.ok ? answer.json() : []));
  acronyms.catch(() => (acronyms = undefined));
  return acronyms;
}

const bare = (word) => word.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
const isCapital = (word) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
const signed = (word) => word.replace(SIGNED, (found) => found.replace(/[+/#&]/g, (sign) => SIGNS[sign]));
const spelled = (word) => word.replace(/[^\0-\x7f]/gu, (letter) => LETTERS.get(letter.toLowerCase()) ?? letter);
const opened = (word) => spelled(signed(word)).replace(IDEOGRAPH, " $& ").trim();

/** The words of a question that say something, none when nothing is asked: each as it is exactly, and at large. */
export async function wordsOf(question) {
  const typed = question.split(APART).filter((word) => SAID.test(word));
  const empty = (word) => EMPTY.has(bare(word)) && signed(word) === word;
  const known = new Set(typed.some(empty) ? await loadAcronyms() : []);
  const isAcronym = (word) => known.has(bare(word)) && (isCapital(word) || typed.length === 1);
  return typed.flatMap((word) => {
    if (!empty(word)) return [{ exact: opened(word), large: word }];
    return isAcronym(word) ? [{ exact: ACRONYM + bare(word), large: "" }] : [];
  });
}

/** What answers to some words: { results, filters }, the filters with how many results each value has once loaded. */
export async function ask(words, filters) {
  const pagefind = await load();
  const [exact, large] = ["exact", "large"].map((way) => words.map((word) => word[way]).join(" ").trim());
  const answer = await pagefind.search(exact, { filters });
  return answer.results.length || !large || large === exact ? answer : pagefind.search(large, { filters });
}

/** From then on, answers say how many results each value of each filter has. */
export const loadFilters = async () => (await load()).filters();
