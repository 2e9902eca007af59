/** What the status line says of a search, in the page's language. */

import { fill } from "./search-words.js";

/** Return how many results a query has. @param {import("./search-words.js").Query} query */
export function tellCount(texts, query, count, isFiltered) {
  const none = isFiltered ? texts.noneFiltered : texts.none;
  const some = count === 1 ? texts.countOne : texts.count;
  return fill(count === 0 ? none : some, {
    count: new Intl.NumberFormat(document.documentElement.lang).format(count),
    query: query.text.replace(/^"|"$/g, ""),
  });
}
