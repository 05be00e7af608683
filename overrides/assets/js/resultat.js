// One result of the search, as a list item made of text only: nothing of the index is trusted as HTML.
import { ROOT } from "./index-de-recherche.js";

export function el(name, className, text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

/** The excerpt with its marks; the space that opened « l’ énergie » is taken away again. */
function excerpt(html) {
  const paragraph = el("p", "recherche__extrait");
  const nodes = new DOMParser().parseFromString(html, "text/html").body.childNodes;
  let before = "";
  for (const node of nodes) {
    const text = (/[’']$/.test(before) ? node.textContent.replace(/^ /, "") : node.textContent)
      .replace(/([’']) (?=\S)/g, "$1");
    paragraph.append(node.nodeName === "MARK" ? el("mark", "", text) : text);
    before = text;
  }
  return paragraph;
}

export async function resultItem(result) {
  const { meta, filters, excerpt: html } = await result.data();
  const item = el("li", "recherche__resultat");
  const link = el("a", "recherche__lien", meta.title);
  link.href = new URL(meta.adresse ?? "", ROOT);
  const context = [filters.type?.[0], filters.demarche?.[0]].filter(Boolean).join(" · ");
  item.append(link, el("p", "recherche__contexte", context), excerpt(html));
  return item;
}
