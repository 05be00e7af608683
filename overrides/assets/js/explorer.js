// The page « Explorer »: what is chosen is in the address, what answers shows in slices, every count is alive.
import { filter, fold, line, load, readWords, UNKNOWN, valuesOf } from "./explorer-table.js";
import { el } from "./el.js";

const SLICE = 30;
const PAUSE = 150;
const SHOWN = 3;
const BROKEN = "Les filtres ne répondent pas. Les listes plus bas mènent aux mêmes choses.";
const COLUMNS = ["Quoi", "Titre", "Repère", "Plan ou projet", "Démarche", "Où", "Enjeu", "État",
  "Quand, selon la source", "Année"];

const root = document.querySelector(".explorer");
const part = (name) => root.querySelector(`.explorer__${name}`);
const form = part("filtres");
const status = part("compte");
const list = part("resultats");
const more = part("suite");

let table;
let chosen;
let found = [];
let turn = 0;
let typing = false;
// The first answers stand in the page: they are its list as long as nothing is asked.
let printed = true;
let pause;

const { format: said } = new Intl.NumberFormat("fr-CA");
const told = (row, key) => valuesOf(table, row, key).map(({ words }) => words);

/** The values of a row that somebody gave: the first ones, and how many others. */
function some(row, key) {
  const given = valuesOf(table, row, key).filter((value) => value.key !== UNKNOWN).map(({ words }) => words);
  const left = given.length - SHOWN;
  return left > 1 ? `${given.slice(0, SHOWN).join(", ")} et ${left} autres` : given.join(", ");
}

async function result(row) {
  const { title, number, when, holder, address } = await line(table, row);
  const item = el("li", "explorer__resultat");
  const link = el("a", "explorer__lien", title);
  link.href = `../${address}`;
  const about = el("p", "explorer__precisions");
  const kind = [...told(row, "genre"), number].join(" ").trim();
  const facts = new Set([kind, holder, some(row, "demarche"), some(row, "territoire"), when].filter(Boolean));
  for (const words of facts) about.append(el("span", "explorer__fait", words), " ");
  for (const { key, words } of valuesOf(table, row, "etat")) {
    if (key === UNKNOWN) continue;
    const fact = el("span", "explorer__fait");
    fact.append(el("span", `etat etat--${key}`, words));
    about.append(fact, " ");
  }
  item.append(link, about);
  return item;
}

async function cellsOf(row) {
  const { title, number, when, holder, cells, address } = await line(table, row);
  const all = (key) => told(row, key).join(", ");
  return [all("type"), title, `${all("genre")} ${number}`.trim(), holder, all("demarche"), all("territoire"),
    all("enjeu"), all("etat"), when, all("annee"), ...cells, new URL(`../${address}`, document.baseURI).href];
}

/** Give a list to choose from the values that something has, each inside the one that contains it. */
function offer(select, { values, depths }, counts) {
  const kept = chosen.get(select.name);
  const options = values.flatMap(({ key, words }, place) => {
    if (!counts[place] && key !== kept) return [];
    return [new Option(`${"\u00a0\u00a0\u00a0".repeat(depths[place])}${words} (${said(counts[place])})`, key)];
  });
  select.replaceChildren(select.options[0], ...options);
  select.value = kept ?? "";
}

function count(facet, counts) {
  for (const box of form.querySelectorAll(`input[name="${facet.key}"]`)) {
    const place = facet.values.findIndex(({ key }) => key === box.value);
    box.nextElementSibling.textContent = said(counts[place] ?? 0);
    box.checked = chosen.getAll(facet.key).includes(box.value);
  }
}

function refreshFilters(counts) {
  table.facets.forEach((facet, f) => {
    if (!(form.elements[facet.key] instanceof HTMLSelectElement)) count(facet, counts[f]);
  });
  const active = table.facets.filter(({ key }) => chosen.has(key)).length;
  part("actifs").textContent = active ? `(${active})` : "";
  part("effacer").hidden = !chosen.toString();
}

/** The lists to choose from hold hundreds of values: they follow the results, one at a time. */
async function refreshLists(counts, mine) {
  for (const [f, facet] of table.facets.entries()) {
    const control = form.elements[facet.key];
    if (!(control instanceof HTMLSelectElement)) continue;
    await new Promise((painted) => setTimeout(painted));
    if (mine !== turn) return;
    offer(control, facet, counts[f]);
  }
}

async function show(from, mine) {
  const items = await Promise.all(found.slice(from, from + SLICE).map(result));
  if (mine !== turn) return;
  if (!from) list.replaceChildren();
  printed = false;
  list.append(...items);
  more.hidden = from + SLICE >= found.length;
  if (from) items[0].querySelector("a").focus();
}

/** What is no value any more (an old address) leaves the choice; gives how many of them there were. */
function forget() {
  const kept = [...chosen].filter(([name, value]) => {
    const facet = table.facets.find(({ key }) => key === name);
    return name === "texte" || facet?.values.some(({ key }) => key === value);
  });
  const gone = [...chosen].length - kept.length;
  chosen = new URLSearchParams(kept);
  return gone;
}

async function run() {
  const mine = ++turn;
  try {
    table ??= await load();
    const words = (chosen.get("texte") ?? "").split(/\s+/).map((word) => fold(word).trim()).filter(Boolean);
    if (words.length) await readWords(table);
    if (mine !== turn) return;
    const gone = forget();
    const answer = filter(table, table.facets.map(({ key }) => chosen.getAll(key)), words);
    ({ found } = answer);
    refreshFilters(answer.counts);
    if (printed && !chosen.toString()) more.hidden = found.length <= list.children.length;
    else await show(0, mine);
    if (mine !== turn) return;
    const n = found.length;
    status.textContent = (n ? `${said(n)} résultat${n > 1 ? "s" : ""}` : "Aucun résultat\u00a0: enlevez un filtre pour en voir")
      + (gone ? ". Un filtre de l’adresse n’existe plus; il est laissé de côté." : "");
    part("csv").hidden = !n;
    await refreshLists(answer.counts, mine);
    form.inert = false;
    if (printed && n) line(table, 0).catch(() => {}); // what a first filter will show
  } catch {
    status.textContent = BROKEN;
  }
  delete document.documentElement.dataset.question;
}

/** Take the choice from the address, as when the page opens or one goes back. */
function fromAddress() {
  clearTimeout(pause);
  typing = false;
  chosen = new URLSearchParams(location.search);
  form.elements.texte.value = chosen.get("texte") ?? "";
  run();
}

/** Take the choice from the form into the address: one step of the history for each filter, one for a word. */
function fromForm(isTyped) {
  clearTimeout(pause);
  chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  const address = `${location.pathname}?${chosen}`.replace(/\?$/, "");
  if (address !== location.pathname + location.search) {
    history[isTyped && typing ? "replaceState" : "pushState"](null, "", address);
  }
  typing = isTyped;
  run();
}

form.addEventListener("input", ({ target }) => {
  clearTimeout(pause);
  if (target.name === "texte") pause = setTimeout(fromForm, PAUSE, true);
  else fromForm(false);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  fromForm(true);
});
part("effacer").addEventListener("click", () => {
  history.pushState(null, "", location.pathname);
  fromAddress();
  form.elements.texte.focus();
});
more.addEventListener("click", () => show(list.children.length, turn).catch(() => (status.textContent = BROKEN)));
part("csv").addEventListener("click", async () => {
  try {
    const [{ announce }, { csv, save }] = await Promise.all([import("./annonce.js"), import("./explorer-csv.js")]);
    const head = [...COLUMNS, ...table.columns, "Adresse"];
    save(csv([head, ...await Promise.all(found.map(cellsOf))]), "explorer.csv");
    announce("Fichier téléchargé");
  } catch {
    status.textContent = BROKEN;
  }
});
addEventListener("popstate", fromAddress);
part("repli").open = matchMedia("(min-width: 64rem)").matches;
fromAddress();
