// The search box: what answers is fetched when somebody is about to search, or follows a link with ?q=.
const boxes = [...document.querySelectorAll(".recherche")];
const asked = new URLSearchParams(location.search).get("q");
// All that an answer needs is asked for side by side: on a slow network each would wait for the one before it.
const PARTS = ["el", "index-de-recherche", "lettres", "mots-vides", "mots-voisins", "resultat"];
const INDEX = new URL("../../recherche/", import.meta.url);
// What Pagefind adds to the address of its first file, which no browser may keep from a visit to the next.
export const VISIT = String(Date.now());
// One box answers to such a link, the last that is seen: on the home page, the large one of the band.
const answering = asked && boxes.filter((box) => box.getClientRects().length).pop();

/** Ask for a file of the index before Pagefind does. */
function preload(name) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: new URL(name, INDEX) });
  document.head.append(link);
}

/**
 * What others wait for comes first. The entry of the index names its heaviest file: it is read here too, apart, since
 * a file asked for beforehand serves only once.
 */
function fetchAll() {
  const entry = `pagefind-entry.json?ts=${VISIT}`;
  preload(entry);
  fetch(new URL(`${entry}.`, INDEX))
    .then((answer) => answer.json())
    .then(({ languages }) => preload(`pagefind.${languages.fr.hash}.pf_meta`))
    .catch(() => {});
  import(new URL("pagefind.js", INDEX)).catch(() => {});
  preload("wasm.fr.pagefind");
  for (const part of PARTS) import(`./${part}.js`).catch(() => {});
}

for (const box of boxes) {
  let waking;

  const wake = () => {
    if (!waking) fetchAll();
    waking ??= import("./panneau-de-recherche.js").then(({ wire }) => wire(box));
    waking.catch(() => (waking = undefined));
    return waking;
  };

  box.addEventListener("focusin", wake);
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    wake().then((answer) => answer(), () => event.target.submit());
  });
  if (box === answering) {
    box.querySelector("input").value = asked;
    wake();
  }
}
