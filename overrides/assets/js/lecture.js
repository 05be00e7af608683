// Reads a page aloud with a voice of the browser, one sentence after the other: each may be paused and taken up again.
import { announce } from "./annonce.js";
import { voices } from "./voix.js";

const LEFT_OUT = "nav, footer, button, select, label, svg, [aria-hidden=true], .lire, .note, .lien-permanent, .citer";
const BLOCK = "p, li, dt, dd, th, td, h1, h2, h3, h4, h5, h6, caption, figcaption, summary, blockquote, div, section";
// Some browsers stop in the middle of what is longer.
const SENTENCE = /.{1,220}?(?:[.!?…](?=\s)|$)|.{1,220}(?:\s|$)|.{1,220}/g;

const PAUSE = "Faire une pause";

const speech = window.speechSynthesis;
const isShown = (element) => element.checkVisibility?.() ?? element.getClientRects().length > 0;

/** What the page says, block by block in its order: no menu, no drawing, nothing folded; easy words first, if open. */
function blocks(main) {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { data, parentElement: around } = walker.currentNode;
    if (!data.trim() || around.closest(LEFT_OUT) || !isShown(around)) continue;
    const block = around.closest(BLOCK) ?? main;
    if (found.at(-1)?.block === block) found.at(-1).text += data;
    else found.push({ block, text: data });
  }
  const isEasy = ({ block }) => block.closest(".facile[open]");
  return [...found.filter(isEasy), ...found.filter((one) => !isEasy(one))];
}

const sentences = ({ block, text }) =>
  text.replace(/\s+/g, " ").trim().match(SENTENCE).map((words) => ({ block, words: words.trim() }));

/** Make the buttons of this box read, pause and stop; it begins at once. */
export function wire(box) {
  const [button, stopper] = box.querySelectorAll("button");
  const invitation = button.textContent;
  let queue = [];
  let at = 0;
  let turn = 0;
  let isReading = false;

  function show(words) {
    isReading = words === PAUSE;
    button.textContent = words;
    stopper.hidden = !queue.length;
    box.classList.toggle("lire--lit", !!queue.length);
  }

  /** The block being read is marked, and followed as long as nobody looks elsewhere. */
  function mark(block) {
    const before = document.querySelector(".lire__ici");
    if (before === block) return;
    const { top, bottom } = (before ?? box).getBoundingClientRect();
    before?.classList.remove("lire__ici");
    block?.classList.add("lire__ici");
    if (bottom > 0 && top < innerHeight) block?.scrollIntoView({ block: "nearest" });
  }

  function hush() {
    turn++;
    speech.cancel();
  }

  function stop() {
    if (stopper === document.activeElement) button.focus();
    hush();
    queue = [];
    mark(null);
    show(invitation);
  }

  function say() {
    const mine = ++turn;
    if (at >= queue.length) return stop();
    const said = new SpeechSynthesisUtterance(queue[at].words);
    [said.voice = null] = voices();
    said.lang = said.voice?.lang ?? "fr-CA";
    said.onend = () => mine === turn && (at++, say());
    said.onerror = () => mine === turn && (stop(), announce("La voix de ce navigateur ne répond pas."));
    mark(queue[at].block);
    speech.speak(said);
  }

  function go() {
    show(PAUSE);
    say();
  }

  function begin() {
    speech.cancel();
    queue = blocks(document.querySelector("main")).flatMap(sentences);
    at = 0;
    go();
  }

  // A pause of the browser's own ends the reading on some phones: this one takes up the sentence again.
  function pause() {
    hush();
    show("Reprendre");
  }

  button.addEventListener("click", () => (!queue.length ? begin() : isReading ? pause() : go()));
  stopper.addEventListener("click", stop);
  addEventListener("keydown", ({ key }) => key === "Escape" && queue.length && stop());
  addEventListener("pagehide", stop);
  begin();
}
