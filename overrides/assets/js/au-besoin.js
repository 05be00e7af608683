// What only some pages use comes where something on the page calls for it.
const CALLED_BY = {
  "lien-permanent": ".lien-permanent",
  impression: "main details:not(.citer)",
  imprimer: ".imprimer",
  tri: ".tableau--tri",
  voix: ".lire",
  "element-deplace": ".element-deplace",
};

for (const [script, sign] of Object.entries(CALLED_BY)) {
  if (document.querySelector(sign)) import(`./${script}.js`);
}

// How to cite the page: when somebody opens it.
const cite = document.querySelector("details.citer");
cite?.addEventListener("toggle", async () => (await import("./citer.js")).citePage(), { once: true });
