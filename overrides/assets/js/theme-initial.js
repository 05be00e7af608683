// Before the first paint: scripts run, and the theme the reader chose, if any. Blocking, so nothing flashes.
(() => {
  const { dataset } = document.documentElement;
  dataset.js = "";
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "clair" || chosen === "sombre") dataset.theme = chosen;
  } catch {
    // Storage refused: the theme of the system stays.
  }
})();
