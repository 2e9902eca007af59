/**
 * In which order an index's results are shown.
 *
 * The phrase comes first, in titles, then in summaries, then elsewhere, the newest first; then come
 * documents that have all the words, the best first. Within each, exact marks come before folded ones.
 * The engine itself knows no nearness, and passes over words that it does not know.
 */

import { TITLE_PLACES } from "./search-engine.js";

const BY_DATE = { sort: { date: "desc" } };
// Summaries follow titles, and most have so many words.
const SUMMARY_PLACES = 50;

/**
 * Return the results in tiers, the best first; a later tier may repeat those of earlier ones.
 * @param {import("./search-words.js").Query} query
 * @param {{ sort: string, isTyping: boolean }} options
 */
export async function rank(index, query, { sort, isTyping }) {
  const phrases = query.words.length > 1 || query.isPhrase ? await findPhrase(index, query) : [];
  const words = query.isPhrase ? phrases : await findWords(index, query, sort, isTyping);
  if (sort === "date") {
    return [words];
  }
  if (!query.hasMarks) {
    return [...topFirst(phrases), words];
  }
  const exactPhrases = phrases.length > 0 ? idsOf(await findPhrase(index, query, true)) : new Set();
  const exactWords = words.length > 0 ? await findIdsWithAll(index, query.words, true) : new Set();
  return [
    ...topFirst(phrases.filter(({ id }) => exactPhrases.has(id))),
    ...topFirst(phrases),
    words.filter(({ id }) => exactWords.has(id)),
    words,
  ];
}

function findPhrase(index, query, marks = false) {
  return index.ask(`"${query.words.join(" ")}"`, BY_DATE, marks);
}

function topFirst(results) {
  const isBefore = (place) => results.filter(({ words }) => words[0] < place);
  return [isBefore(TITLE_PLACES), isBefore(TITLE_PLACES + SUMMARY_PLACES), results];
}

/** Return the documents that have all the words; the last one may be unfinished while typing. */
async function findWords(index, query, sort, isTyping) {
  const found = await index.ask(query.words.join(" "), sort === "date" ? BY_DATE : {});
  let ids = found.length > 0 ? await findIdsWithAll(index, query.words) : new Set();
  if (ids.size === 0 && isTyping) {
    const finished = query.words.slice(0, -1);
    ids = finished.length > 0 ? await findIdsWithAll(index, finished) : idsOf(found);
  }
  return found.filter(({ id }) => ids.has(id));
}

async function findIdsWithAll(index, words, marks = false) {
  let common = null;
  for (const word of new Set(words)) {
    const ids = idsOf(await index.ask(`"${word}"`, {}, marks));
    common = common === null ? ids : new Set([...common].filter((id) => ids.has(id)));
    if (common.size === 0) {
      break;
    }
  }
  return common ?? new Set();
}

function idsOf(results) {
  return new Set(results.map(({ id }) => id));
}
