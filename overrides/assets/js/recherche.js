// The search box: what answers is fetched when somebody is about to search, or follows a link with ?q=.
const boxes = [...document.querySelectorAll(".recherche")];
const asked = new URLSearchParams(location.search).get("q");
// One box answers to such a link, the last that is seen: on the home page, the large one of the band.
const answering = asked && boxes.filter((box) => box.getClientRects().length).pop();

for (const box of boxes) {
  let waking;

  const wake = () => {
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
