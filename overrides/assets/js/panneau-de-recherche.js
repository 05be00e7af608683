// What the search box shows: what answers under it, narrowed by facets; or where to go when nothing is asked.
import { el } from "./el.js";
import { ROOT, ask, loadFilters, prepare, wordsOf } from "./index-de-recherche.js";
import { resultItem } from "./resultat.js";

const FACETS = [["type", "Genre"], ["demarche", "Démarche"], ["territoire", "Où"], ["enjeu", "Enjeu"]];
const PAGE = 10;
// What a phone shows under its keyboard, and a browser fetches at once: the rest follows, in its order.
const SCREEN = 4;
// Longer than from one key to the next: a search takes all of an old phone.
const PAUSE = 250;
const BROKEN = "La recherche ne répond pas. L’index A–Z mène à toutes les fiches.";
const NOTHING_ASKED = "Écrivez un mot : un nom, un lieu, une action… Ou partez d’ici :";
const WAYS_IN = [["explorer/", "Explorer par lieu, enjeu, année ou état"], ["index-a-z/", "Index A–Z"]];

const counted = (n) => (n ? `${n} résultat${n > 1 ? "s" : ""}` : "Aucun résultat");

function facetSelect(input, key, label, onChange) {
  const select = el("select", "recherche__choix");
  select.id = `${input.id}-${key}`;
  select.addEventListener("change", onChange);
  const name = el("label", "recherche__facette-nom", label);
  name.htmlFor = select.id;
  const box = el("div", "recherche__facette");
  box.append(name, select);
  return [box, select];
}

/** Offer the values that the results have, keeping the one chosen; a facet with nothing to choose hides. */
function offer(select, counts) {
  const chosen = select.value;
  const values = Object.entries(counts).filter(([value, n]) => n || value === chosen);
  select.replaceChildren(new Option("Tous", ""), ...values.map(([value, n]) => new Option(`${value} (${n})`, value)));
  select.value = chosen;
  select.parentElement.hidden = values.length < 2 && !chosen;
}

/** The kinds of records have their lists in the menu: « Projets » leads to all the projects. */
function listOf(kind) {
  const links = [...document.querySelectorAll(".navigation__lien")];
  return links.find((link) => kind && kind.startsWith(link.textContent.trim()))?.href;
}

/** Ways in for who asks nothing: the list of the kind chosen, filters for all, every name. */
function waysIn(kind) {
  const list = listOf(kind);
  const ways = WAYS_IN.map(([address, words]) => [new URL(address, ROOT), words]);
  return [...(list ? [[list, `${kind} : toute la liste`]] : []), ...ways].map(([address, words]) => {
    const item = el("li", "recherche__resultat");
    const link = el("a", "recherche__lien", words);
    link.href = address;
    item.append(link);
    return item;
  });
}

/** Make a box answer as people type, and to what it already holds; gives what makes it answer at once. */
export function wire(search) {
  const form = search.querySelector("form");
  const input = search.querySelector("input");
  const panel = el("div", "recherche__panneau");
  const status = el("p", "recherche__etat");
  const narrowing = el("details", "recherche__preciser");
  const facets = el("div", "recherche__facettes");
  const list = el("ol", "recherche__resultats");
  const more = el("button", "recherche__suite", "Voir la suite");
  const selects = {};
  let found = [];
  let turn = 0;
  let pause;

  const close = () => (panel.hidden = true);

  /** Close for good: what was about to answer does not. Browsers empty the box at that key: not while it closes. */
  function leave(event) {
    clearTimeout(pause);
    turn++;
    if (panel.hidden) return;
    event.preventDefault();
    close();
    input.focus();
  }

  /** From the box to the results and back, with the arrows. */
  function walk(event) {
    const stops = [input, ...list.querySelectorAll("a")];
    const here = stops.indexOf(document.activeElement);
    const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (panel.hidden || here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }
  const chosen = () => Object.fromEntries(Object.entries(selects).flatMap(([key, { value }]) => (value ? [[key, value]] : [])));

  /** Show the results from this rank on: a screen of them as soon as it is there, then each as it comes. */
  async function show(from, mine) {
    const items = found.slice(from, from + PAGE).map(resultItem);
    const rest = items.splice(SCREEN);
    rest.forEach((item) => item.catch(() => {})); // told when its turn comes
    const first = await Promise.all(items);
    if (mine !== turn) return;
    if (!from) list.replaceChildren();
    list.append(...first);
    if (from) first[0]?.querySelector("a").focus();
    panel.hidden = false;
    more.hidden = true;
    for (const item of rest) {
      const next = await item;
      if (mine !== turn) return;
      list.append(next);
    }
    more.hidden = from + PAGE >= found.length;
  }

  function invite() {
    narrowing.hidden = more.hidden = true;
    list.replaceChildren(...waysIn(selects.type.value));
    status.textContent = NOTHING_ASKED;
  }

  /** A search takes all the phone: it begins when what it reads has come, and nobody went on typing meanwhile. */
  async function answer(mine) {
    await prepare(input.value);
    if (mine !== turn) return;
    const answered = await ask(input.value, chosen());
    if (mine !== turn) return;
    found = answered.results;
    narrowing.hidden = false;
    for (const [key, select] of Object.entries(selects)) offer(select, answered.filters[key] ?? {});
    status.textContent = headOf(answered) + counted(found.length);
    await show(0, mine);
    if (mine !== turn) return;
    if (!found.length) list.replaceChildren(...waysIn(selects.type.value));
  }

  function headOf({ instead, partly }) {
    if (instead) return `Aucun résultat pour « ${input.value.trim()} ». Vouliez-vous dire « ${instead} »? `;
    return partly ? "Rien n’a tous ces mots. Avec une partie d’entre eux : " : "";
  }

  async function run() {
    clearTimeout(pause);
    const mine = ++turn;
    try {
      const words = await wordsOf(input.value);
      if (mine !== turn) return;
      if (words.length) await answer(mine);
      else invite();
    } catch {
      status.textContent = BROKEN;
    }
    if (mine === turn) panel.hidden = false;
  }

  close();
  more.type = "button";
  status.setAttribute("role", "status");
  for (const [key, label] of FACETS) {
    const [box, select] = facetSelect(input, key, label, run);
    selects[key] = select;
    facets.append(box);
  }
  narrowing.append(el("summary", "recherche__preciser-mot", "Préciser"), facets);
  panel.append(status, narrowing, list, more);
  form.append(panel);

  // The facets of all the entries weigh more than an answer: they come when somebody wants to choose.
  narrowing.addEventListener("toggle", () => loadFilters().then(run, () => (status.textContent = BROKEN)), { once: true });
  input.addEventListener("input", () => {
    clearTimeout(pause);
    if (!input.value && panel.hidden) return;
    prepare(input.value).catch(() => {});
    pause = setTimeout(run, PAUSE);
  });
  more.addEventListener("click", () => show(list.children.length, ++turn));
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave(event);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") walk(event);
  });
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !search.contains(relatedTarget)) close();
  });
  document.addEventListener("click", ({ target }) => search.contains(target) || close());
  list.addEventListener("click", ({ target }) => target.closest("a") && close());

  prepare("").catch(() => {});
  if (input.value) run();
  return run;
}
