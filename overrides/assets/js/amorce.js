// Before the first paint, blocking, so nothing flashes: the theme the reader chose, and whether scripts will work.
(() => {
  const { dataset } = document.documentElement;
  const lost = () => delete dataset.js;

  // Modules do the work. What stands in for them shows again when a browser has none, or when one of them fails.
  if ("noModule" in HTMLScriptElement.prototype) dataset.js = "";
  // One that does not come tells its own element; one that this browser cannot read, the window.
  const ours = /\/assets\/js\/[^/]*$/;
  addEventListener("error", ({ target, filename }) => (target.type === "module" || ours.test(filename)) && lost(), true);

  // What an address asks of the page « Explorer » takes the place of its first answers before anybody sees them.
  if (location.search) dataset.question = "";

  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "clair" || chosen === "sombre") dataset.theme = chosen;
  } catch {
    // Storage refused: the theme of the system stays.
  }

  // From a folder of this computer, no module is loaded, and an address that ends with a slash would show the folder.
  if (location.protocol !== "file:") return;
  lost();
  const page = (address) => address.replace(/^([^?#]*\/)(?=[?#]|$)/, "$1index.html");
  const local = (address) => address.startsWith("file:") && !address.startsWith(`${page(location.href)}#`);
  addEventListener("click", ({ target }) => {
    const link = target.closest("a[href]");
    if (link && local(link.href)) link.href = page(link.href);
  });
  addEventListener("submit", ({ target }) => (target.action = page(target.action)));
})();
