/**
 * One index of Pagefind: its answers, its filters, and what its results show.
 *
 * It runs in the page itself: a worker would need a Trusted Types policy that the engine lacks.
 */

import { swap, unswap } from "./search-words.js";

/** How many places a title takes at the start of each text; plugins/search/staging.py pads it. */
export const TITLE_PLACES = 40;

// Indexes share the program's memory: one that begins before another has done so would lose it.
let opened = Promise.resolve();

/** Open the index in a folder with the program in another, one index after the other. */
export function openIndex(engineUrl, url) {
  const index = opened.then(() => open(engineUrl, url));
  opened = index.catch(() => {});
  return index;
}

async function open(engineUrl, url) {
  const { createInstance } = await import(`${engineUrl}pagefind.js`);
  // The folder's name tells its content: the engine need not ask anew each time.
  const instance = createInstance({ basePath: url, noWorker: true, metaCacheTag: "" });
  // Even a question without words waits until all that questions need is there.
  await instance.search("");
  return new Index(instance);
}

class Index {
  #instance;
  #last = Promise.resolve();

  constructor(instance) {
    this.#instance = instance;
  }

  /** Return the results of a question, one question after the other: `marks` is a setting. */
  ask(words, options = {}, marks = false) {
    const answer = this.#last.then(() => this.#ask(words, options, marks));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async #ask(words, options, marks) {
    await this.#instance.options({ exactDiacritics: marks });
    const question = words === null ? null : swap(words);
    // Between two questions the page may draw and hear keys.
    await new Promise((done) => { setTimeout(done); });
    const { results } = await this.#instance.search(question, options);
    return results;
  }

  /** Return the ids of the documents that have each value of each filter. */
  async facets() {
    const facets = new Map([["year", new Map()], ["kind", new Map()], ["category", new Map()]]);
    const { facet } = await this.#instance.filters();
    for (const written of Object.keys(facet ?? {})) {
      const { results } = await this.#instance.search(null, { filters: { facet: written } });
      const { year, kinds, category } = readFacet(written);
      for (const { id } of results) {
        note(facets.get("year"), year, id);
        note(facets.get("category"), category, id);
        kinds.forEach((kind) => note(facets.get("kind"), kind, id));
      }
    }
    return facets;
  }

  /** Return what a result shows: its title, its text after the title, and its card. */
  async load(result) {
    const data = await result.data();
    const title = unswap(data.meta.title);
    const text = unswap(data.content).split(/\s+/).slice(Math.max(TITLE_PLACES, title.split(/\s+/).length)).join(" ");
    const card = Object.fromEntries(new URLSearchParams(data.anchors[0].id));
    return { title, text, category: readFacet(data.filters.facet[0]).category, ...card };
  }
}


/** All that a document can be filtered by is one value: "2021|news+document|Tin tức". */
function readFacet(written) {
  const [year, kinds, ...category] = unswap(written).split("|");
  return { year, kinds: kinds.split("+"), category: category.join("|") };
}

/** Add a key to those of a value, where there is one. */
export function note(values, value, key) {
  if (value) {
    values.set(value, (values.get(value) ?? new Set()).add(key));
  }
}
