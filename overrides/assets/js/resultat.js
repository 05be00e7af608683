// One result of the search, as a list item made of text only: nothing of the index is trusted as HTML.
import { el } from "./el.js";
import { ROOT } from "./index-de-recherche.js";

/** The excerpt with its marks; « l' énergie », opened for the index, is closed again. */
function excerpt(html) {
  const paragraph = el("p", "recherche__extrait");
  const nodes = new DOMParser().parseFromString(html, "text/html").body.childNodes;
  let before = "";
  for (const node of nodes) {
    const text = (before.endsWith("'") ? node.textContent.replace(/^ /, "") : node.textContent).replace(/' (?=\S)/g, "'");
    paragraph.append(node.nodeName === "MARK" ? el("mark", "", text.replaceAll("'", "’")) : text.replaceAll("'", "’"));
    before = text;
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
