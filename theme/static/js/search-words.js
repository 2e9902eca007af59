/**
 * Queries: in normal form, cut into words, folded, and written as the index writes them.
 *
 * @typedef {{ text: string, words: string[], isPhrase: boolean, hasMarks: boolean }} Query
 */

const MOST_CHARACTERS = 200;
const MOST_WORDS = 16;

/** Read what a reader typed; without a letter or a number it has no words. @returns {Query} */
export function readQuery(typed) {
  const short = [...typed.slice(0, 4 * MOST_CHARACTERS).normalize("NFC")].slice(0, MOST_CHARACTERS);
  const text = short.join("").replace(/[“”„«»]/g, '"').replace(/\s+/g, " ").trim();
  const words = cutWords(text);
  const isPhrase = /^".+"$/.test(text) && words.length > 0;
  return { text, words, isPhrase, hasMarks: words.some((word) => fold(word) !== word) };
}

/** Return the words in lower case; marks like those of "15.518" and "1002/qđ-ubnd" stay inside. */
function cutWords(text) {
  return text.toLowerCase().split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{M}\p{N}./:,-]/gu, "").replace(/^[./:,-]+|[./:,-]+$/g, ""))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS);
}

/** Return a text in lower case without marks: "Đắk Lắk" → "dak lak". */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** Return a word folded, its letters and numbers alone: "15.518" → "15518". */
export function bare(word) {
  return fold(word).replace(/[^\p{L}\p{N}]/gu, "");
}

/** Write đ as the index does: its engine folds marks by decomposing, and đ does not decompose. */
export function swap(text) {
  return text.replace(/đ/g, "ḏ").replace(/Đ/g, "Ḏ");
}

export function unswap(text) {
  return text.replace(/ḏ/g, "đ").replace(/Ḏ/g, "Đ");
}

/** Fill the {places} of a text. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}
