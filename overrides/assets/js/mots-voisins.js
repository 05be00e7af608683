// A word that was mistyped, and the known one that it looks most like.
import { plainLetter } from "./lettres.js";

export const plain = (text) => text.toLowerCase().replace(/[^\0-\x7f]/gu, plainLetter);

/** How many letters to add, leave out, change or swap to go from one word to another; `most` when they are more. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) >= most) return most;
  let [before, last] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + !same);
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return Math.min(last[other.length], most);
}

/**
 * Each word as it is known; the nearest known one for a word that is not, if one is near enough: one letter away when
 * in doubt, two for a long word else.
 */
export function mended(words, known, inDoubt) {
  const plains = known.map(plain);
  return words.map((word) => {
    const typed = plain(word);
    if (typed.length < 4 || plains.includes(typed)) return word;
    let [best, found] = [inDoubt || typed.length < 8 ? 2 : 3, word];
    plains.forEach((other, rank) => {
      const far = distance(typed, other, best);
      if (far < best) [best, found] = [far, known[rank]];
    });
    return found;
  });
}
