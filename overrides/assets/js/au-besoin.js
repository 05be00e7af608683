// What only some pages use comes where something on the page calls for it.
const CALLED_BY = {
  "lien-permanent": ".lien-permanent",
  impression: "main details",
  imprimer: ".imprimer",
  tri: ".tableau--tri",
  voix: ".lire",
  "element-deplace": ".element-deplace",
};

for (const [script, sign] of Object.entries(CALLED_BY)) {
  if (document.querySelector(sign)) import(`./${script}.js`);
}
