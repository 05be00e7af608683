// The index: Pagefind, loaded when somebody is about to search. Words are opened here as they were when
// indexed: « l’énergie » → « énergie », « œuvre » → « oeuvre ».

export const ROOT = new URL("../../", import.meta.url);
const ELISIONS = /(?<![\p{L}\d])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]/giu;

let engine;

export function load() {
  engine ??= (async () => {
    const pagefind = await import(new URL("recherche/pagefind.js", ROOT));
    await pagefind.options({ excerptLength: 24, baseUrl: "/" });
    await pagefind.filters();
    return pagefind;
  })();
  engine.catch(() => (engine = undefined));
  return engine;
}

export const openWords = (question) =>
  question.replace(ELISIONS, "").replace(/œ/gi, "oe").replace(/æ/gi, "ae").trim();

/** What answers a question: { results, filters }, the filters with how many results each value has. */
export async function ask(question, filters) {
  return (await load()).search(openWords(question), { filters });
}
