// The index: Pagefind, loaded when something is asked of it. Words are opened here as they were when indexed
// (publish/search/opening.py): « l’énergie » → « énergie », « œuvre » → « oeuvre », « C++ » → « Cᚁᚁ »; those that say
// nothing are left out, unless they are acronyms: « MES » → « ᚐmes ». A whole question is one word too, which finds
// what has that name: « qui paie » → « ᚑquipaie ».
import { LETTERS, plainLetter } from "./lettres.js";
import { EMPTY } from "./mots-vides.js";
import { mended, plain } from "./mots-voisins.js";
import { VISIT } from "./recherche.js";

export const ROOT = new URL("../../", import.meta.url);
const APART = /[\s'’"«»“”]+/;
const SIGNED = /[\p{L}\p{N}]+(?:\+{1,2}|#)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:\d+(?:\/\d+)+|[\p{L}\p{N}]{1,2}(?:[&/][\p{L}\p{N}]{1,2})+)(?![\p{L}\p{N}])/gu;
const SIGNS = { "+": "ᚁ", "/": "ᚂ", "#": "ᚃ", "&": "ᚄ" };
const ACRONYM = "ᚐ";
const NAME = "ᚑ";
// How many of the first results are fetched before they are asked for, and looked at for what bears a name: more than
// six would wait for one another.
const [HEAD, NAMED] = [10, 6];
const ABBREVIATED = { saint: "st", sainte: "ste" };
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

/** Get ready to answer, and fetch what answers to this question: somebody is typing it. */
export async function prepare(question) {
  const [pagefind, words] = await Promise.all([load(), wordsOf(question)]);
  if (!words.length) return;
  const asked = [inWords(words, "exact"), ...namesOf(question)].filter(Boolean);
  await Promise.all(asked.map((one) => pagefind.preload(one)));
}

/** A whole question as the names that it may be, with and without the words that say nothing. */
function namesOf(question) {
  const folded = [...question.toLowerCase()].map(plainLetter).join("");
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map((word) => ABBREVIATED[word] ?? word);
  const names = [words, words.filter((word) => !EMPTY.has(word))].map((kept) => kept.join(""));
  return [...new Set(names)].filter((name) => name.length > 1).map((name) => NAME + name);
}

const inWords = (words, way) => words.map((word) => word[way]).join(" ").trim();

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

/** These results, each once, in this order. */
const once = (results) => [...new Map(results.map((result) => [result.id, result])).values()];

/** How well an entry bears one of these names: it is one of its own, a question it answers, the beginning of one. */
async function bearing(result, names) {
  const [own, questions] = ((await result.data()).meta.noms ?? "|").split("|").map((keys) => keys.split(" "));
  if (names.some((name) => own.includes(name))) return 0;
  if (names.some((name) => questions.includes(name))) return 1;
  const longer = own.filter((one) => names.some((name) => one.startsWith(name)));
  return longer.length ? 2 + Math.min(...longer.map((one) => one.length)) : Infinity;
}

/** Of what Pagefind finds by a name, which it stretches and cuts as it likes, what bears it, the best first. */
async function borne(results, names) {
  const first = once(results).slice(0, NAMED);
  const how = await Promise.all(first.map((result) => bearing(result, names)));
  const ranks = new Map(first.map((result, at) => [result, how[at]]));
  return first.filter((result) => ranks.get(result) < Infinity).sort((a, b) => ranks.get(a) - ranks.get(b));
}

/**
 * What answers to all of some words; what has the whole question for a name comes first: it is asked in no time, and its
 * entries are on their way while the phone looks for the words.
 */
async function askAll(pagefind, question, words, filters) {
  const [exact, large] = [inWords(words, "exact"), inWords(words, "large")];
  const search = (asked) => pagefind.search(asked, { filters });
  const names = namesOf(question);
  const named = await Promise.all(names.map(search));
  const heading = borne(named.flatMap(({ results }) => results), names);
  const answer = await search(exact);
  for (const result of answer.results.slice(0, HEAD)) result.data().catch(() => {}); // fetched side by side
  const head = await heading;
  const found = answer.results.length || head.length || !large || large === exact ? answer : await search(large);
  return { ...found, results: once([...head, ...found.results]) };
}

/** What answers to some of the words, the most of them first. */
async function askSome(pagefind, words, filters) {
  const answers = await Promise.all(words.map(({ exact }) => pagefind.search(exact, { filters })));
  const results = answers.flatMap((answer) => answer.results);
  const said = new Map();
  for (const { id } of results) said.set(id, (said.get(id) ?? 0) + 1);
  return once(results).sort((one, other) => said.get(other.id) - said.get(one.id));
}

const parted = (text) => plain(text).split(/[^\p{L}\p{N}]+/u);

/**
 * Whether the long words of a question stand in what answers, but for their last letter: Pagefind cuts a word that it
 * does not know until something begins so, « Shawinigen » until « Shawi ».
 */
async function isSaid(result, large) {
  const words = parted((await result.data()).content);
  const long = parted(large).filter((word) => word.length > 4);
  return long.every((word) => words.some((said) => said.startsWith(word.slice(0, -1))));
}

/**
 * What answers to a question: { results, filters, instead, partly }, the filters with how many results each value has
 * once loaded; `instead` is what was asked when the words typed are said nowhere, and look like those of a title; `partly`
 * is true when nothing has all the words, but some things have a part of them.
 */
export async function ask(question, filters) {
  const [pagefind, words] = await Promise.all([load(), wordsOf(question)]);
  const answer = await askAll(pagefind, question, words, filters);
  const large = inWords(words, "large");
  const [first] = answer.results;
  if (!large || (first && (await isSaid(first, large)))) return answer;
  const instead = mended(large.split(" "), await listed("mots"), Boolean(first)).join(" ");
  if (instead !== large) {
    const other = await askAll(pagefind, instead, await wordsOf(instead), filters);
    if (other.results.length) return { ...other, instead };
  }
  if (first) return answer;
  const results = words.length > 1 ? await askSome(pagefind, words, filters) : [];
  return { ...answer, results, partly: results.length > 0 };
}

/** From then on, answers say how many results each value of each filter has. */
export const loadFilters = async () => (await load()).filters();
