// The index: Pagefind, loaded when something is asked of it. Words are opened here as they were when indexed
// (publish/search/opening.py): « l’énergie » → « énergie », « œuvre » → « oeuvre », « C++ » → « Cᚁᚁ »; those that say
// nothing are left out, unless they are acronyms: « MES » → « ᚐmes ».
import { LETTERS } from "./lettres.js";
import { EMPTY } from "./mots-vides.js";
import { mended } from "./mots-voisins.js";
import { VISIT } from "./recherche.js";

export const ROOT = new URL("../../", import.meta.url);
const APART = /[\s'’"«»“”]+/;
const SIGNED = /[\p{L}\p{N}]+(?:\+{1,2}|#)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:\d+(?:\/\d+)+|[\p{L}\p{N}]{1,2}(?:[&/][\p{L}\p{N}]{1,2})+)(?![\p{L}\p{N}])/gu;
const SIGNS = { "+": "ᚁ", "/": "ᚂ", "#": "ᚃ", "&": "ᚄ" };
const ACRONYM = "ᚐ";
const IDEOGRAPH = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/gu;
const SAID = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

const lists = {};

let engine;

function load() {
  engine ??= (async () => {
    const pagefind = await import(new URL("recherche/pagefind.js", ROOT));
    // A worker of its own would be one more thing to wait for, and answers take a few milliseconds.
    await pagefind.options({ excerptLength: 24, baseUrl: "/", noWorker: true, metaCacheTag: VISIT });
    pagefind.init();
    return pagefind;
  })();
  engine.catch(() => (engine = undefined));
  return engine;
}

/** Get ready to answer, and fetch what answers to these words: somebody is typing them. */
export async function prepare(words) {
  const pagefind = await load();
  const exact = words.map((word) => word.exact).join(" ");
  if (exact) pagefind.preload(exact);
}

/** A list of words that stands beside the index, fetched once. */
function listed(name) {
  lists[name] ??= fetch(new URL(`recherche/${name}.json`, ROOT)).then((answer) => (answer.ok ? answer.json() : []));
  lists[name].catch(() => delete lists[name]);
  return lists[name];
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
  const known = new Set(typed.some(empty) ? await listed("sigles") : []);
  const isAcronym = (word) => known.has(bare(word)) && (isCapital(word) || typed.length === 1);
  return typed.flatMap((word) => {
    if (!empty(word)) return [{ exact: opened(word), large: word }];
    return isAcronym(word) ? [{ exact: ACRONYM + bare(word), large: "" }] : [];
  });
}

/**
 * What answers to some words: { results, filters, instead }, the filters with how many results each value has once
 * loaded; `instead` are the words that were asked when those typed find nothing, and look like those of a title.
 */
export async function ask(words, filters) {
  const pagefind = await load();
  const [exact, large] = ["exact", "large"].map((way) => words.map((word) => word[way]).join(" ").trim());
  let answer = await pagefind.search(exact, { filters });
  if (!answer.results.length && large && large !== exact) answer = await pagefind.search(large, { filters });
  if (answer.results.length || !large) return answer;
  const instead = mended(large.split(" "), await listed("mots")).join(" ");
  if (instead === large) return answer;
  answer = await pagefind.search(instead, { filters });
  return answer.results.length ? { ...answer, instead } : answer;
}

/** From then on, answers say how many results each value of each filter has. */
export const loadFilters = async () => (await load()).filters();
