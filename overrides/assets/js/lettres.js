// Letters that are no accented ones for Unicode, as people type them who have not their keys.
export const LETTERS = new Map(
  `ßss æae ðd øo þth đd ħh ıi łl ŋn œoe ŧt ƀb ƃb ƈc ƌd ƒf ƙk ƚl ƞn ƥp ƫt ƭt ƴy ƶz ǣae ǥg ǽae ǿo ȡd ȥz ȴl ȵn ȶt ȼc ȿs
  ɀz ɇe ɉj ɋq ɍr ɏy`.split(/\s+/).map(([letter, ...plain]) => [letter, plain.join("")]),
);
const ACCENTED = /[\p{Script=Latin}\p{Script=Greek}\u0300-\u036f]/u;

/** A small letter without its accent; one of another script stays that letter. */
export function plainLetter(letter) {
  if (LETTERS.has(letter)) return LETTERS.get(letter);
  return ACCENTED.test(letter) ? letter.normalize("NFKD").replace(/\p{M}/gu, "") : letter.normalize("NFKC");
}
