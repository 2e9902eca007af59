/** What a reader may have meant: keys of a Vietnamese keyboard, or words that the site has. */

import { decodeTyping } from "./search-telex.js";
import { fold } from "./search-words.js";

const LEAST_LETTERS = 3;

/**
 * Return other wordings of a query, the likeliest first.
 * @param {string[]} words the query's @param {string[]} known the site's, the most frequent first
 */
export function suggestWordings(words, known) {
  const typed = words.map(decodeTyping);
  const byFolded = new Map(known.map((word) => [fold(word), word]));
  const spelt = words.map((word) => correct(word, byFolded));
  const both = typed.map((word) => correct(word, byFolded));
  const own = words.join(" ");
  const wordings = [typed, spelt, both].filter((one) => one.every(Boolean)).map((one) => one.join(" "));
  return [...new Set(wordings)].filter((one) => one !== own);
}

/** Return a word that the site has, itself or the nearest; "" where none is near. */
function correct(word, byFolded) {
  const folded = fold(word);
  if (byFolded.has(folded) || /\d/.test(word)) {
    return word;
  }
  if (folded.length < LEAST_LETTERS) {
    return "";
  }
  for (const [other, usual] of byFolded) {
    if (isOneSlipAway(folded, other)) {
      return usual;
    }
  }
  return "";
}

/** Tell whether one letter more, less, another, or two exchanged make one word the other. */
export function isOneSlipAway(one, other) {
  if (Math.abs(one.length - other.length) > 1) {
    return false;
  }
  let start = 0;
  while (start < one.length && one[start] === other[start]) {
    start += 1;
  }
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  return rest.slice(1) === otherRest
    || rest === otherRest.slice(1)
    || rest.slice(1) === otherRest.slice(1)
    || (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2));
}
