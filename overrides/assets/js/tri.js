// A table that one sorts by its headers and filters by words; without scripts it stays whole, in the order of the page.
import { announce } from "./annonce.js";
import { el } from "./el.js";
import { plainLetter } from "./lettres.js";

const FEWEST = 8;
const { compare } = new Intl.Collator("fr", { numeric: true });
const { format: said } = new Intl.NumberFormat("fr-CA");
const plain = (text) => text.toLowerCase().replace(/[^\0-\x7f]/gu, plainLetter);
const keyOf = (row, column) => row.cells[column].dataset.tri ?? row.cells[column].textContent.trim();

/** Put every row of data in one order, under no title of group. */
function sort(table, rows, column, down) {
  const keys = new Map(rows.map((row) => [row, keyOf(row, column)]));
  const order = (a, b) => {
    const [one, other] = [keys.get(a), keys.get(b)];
    if (!one || !other) return (one ? -1 : 1) * (one === other ? 0 : 1); // what is not known comes last, both ways
    return down ? compare(other, one) : compare(one, other);
  };
  for (const title of table.querySelectorAll(".tableau__groupe")) title.hidden = true;
  table.tBodies[0].append(...[...rows].sort(order));
}

function sortable(table, rows) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = el("button", "tableau__tri", head.textContent.trim());
    button.type = "button";
    button.addEventListener("click", () => {
      const down = head.ariaSort === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.ariaSort = down ? "descending" : "ascending";
      sort(table, rows, column, down);
      announce(`Lignes en ordre ${down ? "décroissant" : "croissant"} : ${button.textContent}.`);
    });
    head.replaceChildren(button);
  });
}

function filterable(region, table, rows) {
  const label = el("label", "tableau__filtre", "Filtrer ces lignes");
  const field = el("input", "tableau__champ");
  const count = el("span", "tableau__compte");
  field.type = "search";
  field.spellcheck = false;
  count.setAttribute("role", "status");
  label.append(field);
  region.before(label, count);
  const words = rows.map((row) => plain(row.textContent));
  let pause;
  const filter = () => {
    const asked = plain(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, n) => {
      row.hidden = !asked.every((word) => words[n].includes(word));
      shown += !row.hidden;
    });
    for (const body of table.tBodies) {
      const title = body.querySelector(".tableau__groupe");
      if (title && !table.querySelector("[aria-sort]")) title.hidden = [...body.rows].every((row) => row === title || row.hidden);
    }
    count.textContent = asked.length ? `${said(shown)} sur ${said(rows.length)}` : "";
  };
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(filter, 150);
  });
}

for (const region of document.querySelectorAll(".tableau--tri")) {
  const table = region.querySelector("table");
  const rows = [...table.querySelectorAll("tbody > tr:not(.tableau__groupe)")];
  if (rows.length < FEWEST) continue;
  sortable(table, rows);
  filterable(region, table, rows);
}
