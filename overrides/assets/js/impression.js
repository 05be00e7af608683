// On paper only the notes and the ways to cite stay folded, but for what the reader opened; the rest folds back after.
let opened = [];

addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open], .note, .citer)")];
  for (const fold of opened) fold.open = true;
});

addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false;
});
