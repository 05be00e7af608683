// One result of the search, as a list item made of text only: nothing of the index is trusted as HTML.
import { el } from "./el.js";
import { ROOT } from "./index-de-recherche.js";

const MARK = /<\/?mark>/g;
const bare = (word) => word.replace(MARK, "");

/**
 * The words of an excerpt as they were typed: « l'^ énergie » is « l'énergie », and « œuvre oeuvre|^ » is « œuvre »,
 * marked when it was found by the word that follows it.
 */
function closed(html) {
  const words = [];
  let elided = "";
  for (const word of html.split(" ")) {
    const typed = bare(word);
    if (typed.endsWith("'^")) elided += word.replace("^", "");
    else if (!typed.endsWith("|^")) words.push(elided + word), (elided = "");
    else if (word !== typed && words.length) words.push(`<mark>${bare(words.pop())}</mark>`);
  }
  return words.join(" ");
}

/** The excerpt with its marks. */
function excerpt(html) {
  const paragraph = el("p", "recherche__extrait");
  for (const node of new DOMParser().parseFromString(closed(html), "text/html").body.childNodes) {
    const text = node.textContent.replaceAll("'", "’");
    paragraph.append(node.nodeName === "MARK" ? el("mark", "", text) : text);
  }
  return paragraph;
}

/** `plans/x/` is `/plans/x.html` in the index, and `plans/x/#action-1` is `/plans/x/#action-1.html`. */
const addressOf = (url) => new URL(url.slice(1).replace(/\.html$/, url.includes("#") ? "" : "/"), ROOT);

export async function resultItem(result) {
  const { url, meta, filters, excerpt: html } = await result.data();
  const item = el("li", "recherche__resultat");
  const link = el("a", "recherche__lien", meta.title);
  link.href = addressOf(url);
  const context = [filters.type?.[0], filters.demarche?.[0]].filter(Boolean).join(" · ");
  item.append(link, el("p", "recherche__contexte", context), excerpt(html));
  return item;
}
