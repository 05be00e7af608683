// What can be filtered: small numbers first, the words in slices when they are shown, searched or downloaded.

import { plainLetter } from "./lettres.js";

export const UNKNOWN = "non_precise";

const plain = new Map();

/** A sign without its accents, found once for each sign. */
function bare(sign) {
  if (!plain.has(sign)) plain.set(sign, plainLetter(sign));
  return plain.get(sign);
}

/** As the site files words: no case, accent, ligature or punctuation; lines stay lines. */
export const fold = (text) =>
  text.toLowerCase().replace(/[^\0-\x7f]/gu, bare).replace(/[^\p{L}\p{N}\p{M}\n]+/gu, " ");

async function read(name) {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(name);
  return answer.json();
}

/** The places of some values and of those that contain them. */
function upwards(values, places) {
  const found = new Set();
  for (let place of places) {
    for (; place !== undefined && !found.has(place); place = values[place][2]) found.add(place);
  }
  return [...found];
}

export async function load() {
  const { nombre, tranche, facettes, colonnes = [] } = await read("facettes.json");
  const facets = facettes.map(({ cle, valeurs, choix, lignes }) => ({
    key: cle,
    values: valeurs.map(([key, words]) => ({ key, words })),
    depths: valeurs.map((_, place) => upwards(valeurs, [place]).length - 1),
    sets: choix,
    within: choix.map((places) => upwards(valeurs, places)),
    rows: Uint32Array.from(lignes),
  }));
  return { size: nombre, slice: tranche, facets, columns: colonnes, slices: [], folded: [] };
}

function slice(table, rank) {
  table.slices[rank] ??= read(`lignes-${rank}.json`).catch((fault) => {
    table.slices[rank] = undefined;
    throw fault;
  });
  return table.slices[rank];
}

/** The words of every line, folded, for the search: read once. */
export async function readWords(table) {
  for (let rank = table.folded.length; rank * table.slice < table.size; rank++) slice(table, rank).catch(() => {});
  for (let rank = table.folded.length; rank * table.slice < table.size; rank++) {
    const { titres, numeros } = await slice(table, rank);
    table.folded[rank] = fold(titres.map((title, n) => `${numeros[n]} ${title}`).join("\n")).split("\n");
  }
}

const facetOf = (table, key) => table.facets.find((facet) => facet.key === key);

/** The values of a line in a facet: { key, words }. */
export function valuesOf(table, row, key) {
  const { values, sets, rows } = facetOf(table, key);
  return sets[rows[row]].map((place) => values[place]);
}

/** A line as people read it. */
export async function line(table, row) {
  const words = await slice(table, Math.floor(row / table.slice));
  const rank = row % table.slice;
  const [holder, name] = words.porteurs[words.dans[rank]];
  const [type] = valuesOf(table, row, "type");
  return {
    title: words.titres[rank],
    number: words.numeros[rank],
    when: words.quand[rank],
    holder: name ?? "",
    cells: words.cellules?.[rank] ?? table.columns.map(() => ""),
    address: holder ? `${holder}/#${words.reperes[rank]}` : `${type.key}/${words.reperes[rank]}/`,
  };
}

/** For each set of values of a facet, whether it holds one that is chosen; null when nothing is. */
function open({ values, within }, chosen) {
  const places = new Set(chosen.map((key) => values.findIndex((value) => value.key === key)));
  return chosen.length ? within.map((set) => set.some((place) => places.has(place))) : null;
}

/**
 * The rows that answer, and how many there would be with each value of each facet, whatever is chosen in it.
 * `chosen`: for each facet, the keys chosen; `words`: folded, all of them wanted (see readWords).
 */
export function filter(table, chosen, words) {
  const { facets, size } = table;
  const doors = facets.map((facet, f) => open(facet, chosen[f]));
  const closed = facets.map((_, f) => f).filter((f) => doors[f]);
  const counts = facets.map(({ sets }) => new Uint32Array(sets.length));
  const found = [];
  for (let row = 0; row < size; row++) {
    let refusals = 0;
    let refused = 0;
    for (const f of closed) if (!doors[f][facets[f].rows[row]] && (refused = f, ++refusals) > 1) break;
    if (refusals > 1) continue;
    if (words.length) {
      const text = table.folded[Math.floor(row / table.slice)][row % table.slice];
      if (!words.every((word) => text.includes(word))) continue;
    }
    if (refusals) {
      counts[refused][facets[refused].rows[row]]++;
    } else {
      found.push(row);
      for (let f = 0; f < facets.length; f++) counts[f][facets[f].rows[row]]++;
    }
  }
  return { found, counts: facets.map((facet, f) => byValue(facet, counts[f])) };
}

function byValue({ values, within }, counts) {
  const sums = new Uint32Array(values.length);
  within.forEach((set, s) => {
    for (const place of set) sums[place] += counts[s];
  });
  return sums;
}
