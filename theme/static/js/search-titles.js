/** Searches titles and attachments' names alone: where there is no engine, or it cannot run here. */

import { note } from "./search-engine.js";
import { bare, fold } from "./search-words.js";

/** Open the file of titles. */
export async function openTitles(url) {
  const answer = await fetch(url);
  if (!answer.ok) {
    throw new Error(`${answer.status} fetching ${url}`);
  }
  return new Titles(await answer.json());
}

class Titles {
  #rows;

  constructor(rows) {
    this.#rows = rows.map((row, number) => {
      const text = [row.title, ...row.attachments ?? []].join(" ");
      const words = fold(text).split(/\s+/);
      return {
        key: String(number),
        row,
        phrase: ` ${words.map(bare).join(" ")} `,
        words: new Set(words.flatMap((word) => [bare(word), ...word.split(/[^\p{L}\p{N}]+/u)])),
      };
    });
  }

  /** Return the hits, those with the phrase first; rows come newest first. */
  async find(query, { sort, isTyping }) {
    const wanted = query.words.map(bare);
    const phrase = ` ${wanted.join(" ")} `;
    const found = this.#rows.filter(({ words, phrase: own }) => (
      query.isPhrase ? own.includes(phrase) : hasAll(words, wanted, isTyping)
    ));
    const isBest = ({ phrase: own }) => own.includes(phrase);
    const ordered = sort === "date" ? found : [...found.filter(isBest), ...found.filter((one) => !isBest(one))];
    return ordered.map(({ key, row }) => ({ key, load: async () => showRow(row) }));
  }

  async facets() {
    const facets = new Map([["category", new Map()], ["year", new Map()], ["kind", new Map()]]);
    for (const { key, row } of this.#rows) {
      note(facets.get("category"), row.category, key);
      note(facets.get("year"), row.date.slice(0, 4), key);
      row.kinds.forEach((kind) => note(facets.get("kind"), kind, key));
    }
    return facets;
  }
}

/** Tell whether all words are there; the last may be a beginning while typing. */
function hasAll(words, wanted, isTyping) {
  return wanted.every((word, place) => words.has(word)
    || (isTyping && place === wanted.length - 1 && [...words].some((own) => own.startsWith(word))));
}

function showRow(row) {
  return { ...row, text: (row.attachments ?? []).join("; "), category: row.category ?? "" };
}
