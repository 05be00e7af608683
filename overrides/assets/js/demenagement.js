// On the page of an address that moved: leads on with the anchor that was asked for, or to where that one went since.
(() => {
  const { hash } = location;
  const line = hash && document.getElementById(hash.slice(1));
  const gone = line && line.querySelector("a");
  const next = document.querySelector("a[data-suite]");
  location.replace(gone ? gone.href : next.href + hash);
})();
