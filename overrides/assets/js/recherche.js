// The search box: what is typed goes to the index, what is found shows under the box, narrowed by facets.
import { ask, load } from "./index-de-recherche.js";
import { el, resultItem } from "./resultat.js";

const FACETS = [["type", "Genre"], ["demarche", "Démarche"], ["territoire", "Où"], ["enjeu", "Enjeu"]];
const PAGE = 10;
const PAUSE = 150;
const BROKEN = "La recherche ne répond pas. L’index A–Z mène à toutes les fiches.";

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

function wire(search, asked) {
  const form = search.querySelector("form");
  const input = search.querySelector("input");
  const panel = el("div", "recherche__panneau");
  const status = el("p", "recherche__etat");
  const facets = el("div", "recherche__facettes");
  const list = el("ol", "recherche__resultats");
  const more = el("button", "recherche__suite", "Voir la suite");
  const selects = {};
  let found = [];
  let turn = 0;
  let pause;

  const close = () => (panel.hidden = true);

  async function show(from, mine) {
    const items = await Promise.all(found.slice(from, from + PAGE).map(resultItem));
    if (mine !== turn) return;
    if (!from) list.replaceChildren();
    list.append(...items);
    more.hidden = from + PAGE >= found.length;
    if (from) items[0]?.querySelector("a").focus();
  }

  async function run() {
    const mine = ++turn;
    if (!input.value.trim()) return close();
    try {
      const chosen = Object.entries(selects).filter(([, select]) => select.value);
      const answer = await ask(input.value, Object.fromEntries(chosen.map(([key, { value }]) => [key, value])));
      if (mine !== turn) return;
      found = answer.results;
      for (const [key, select] of Object.entries(selects)) offer(select, answer.filters[key] ?? {});
      await show(0, mine);
      if (mine === turn) status.textContent = counted(found.length);
    } catch {
      status.textContent = BROKEN;
    }
    panel.hidden = false;
  }

  panel.hidden = true;
  more.type = "button";
  status.setAttribute("role", "status");
  for (const [key, label] of FACETS) {
    const [box, select] = facetSelect(input, key, label, run);
    selects[key] = select;
    facets.append(box);
  }
  panel.append(status, facets, list, more);
  form.append(panel);

  input.addEventListener("focus", () => load().catch(() => {}));
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(run, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    run();
  });
  more.addEventListener("click", () => show(list.children.length, turn));
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    close();
    input.focus();
  });
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !search.contains(relatedTarget)) close();
  });
  document.addEventListener("click", ({ target }) => search.contains(target) || close());
  list.addEventListener("click", ({ target }) => target.closest("a") && close());

  if (asked) {
    input.value = asked;
    run();
  }
}

// One box answers to an address with ?q=, the last that is seen: on the home page, the large one of the band.
const boxes = [...document.querySelectorAll(".recherche")];
const answering = boxes.filter((box) => box.getClientRects().length).pop();
const asked = new URLSearchParams(location.search).get("q");
for (const box of boxes) wire(box, box === answering && asked);
