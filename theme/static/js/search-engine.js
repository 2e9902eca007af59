/**
 * One index of Pagefind: its answers, its filters, and what its results show.
 *
 * It runs in the page itself: a worker would need a Trusted Types policy that the engine lacks.
 */

import { swap, unswap } from "./search-words.js";

/** Open the index in a folder; it is loaded with the first question. */
export async function openIndex(url) {
  const { createInstance } = await import(`${url}pagefind.js`);
  // The folder's name tells its content: the engine need not ask anew each time.
  const instance = createInstance({ basePath: url, noWorker: true, metaCacheTag: "" });
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
    const { results } = await this.#instance.search(question, options);
    // Between two questions the page may draw and hear keys.
    await new Promise((done) => { setTimeout(done); });
    return results;
  }

  /** Return the ids of the documents that have each value of each filter. */
  async facets() {
    const facets = new Map();
    for (const [name, values] of Object.entries(await this.#instance.filters())) {
      facets.set(name, new Map());
      for (const value of Object.keys(values)) {
        const found = await this.ask(null, { filters: { [name]: value } });
        facets.get(name).set(unswap(value), new Set(found.map(({ id }) => id)));
      }
    }
    return facets;
  }

  /** Return what a result shows: its title, its text after the title, and its card. */
  async load(result) {
    const data = await result.data();
    const title = unswap(data.meta.title);
    const text = unswap(data.content).split(/\s+/).slice(title.split(/\s+/).length).join(" ");
    const card = Object.fromEntries(new URLSearchParams(data.anchors[0].id));
    const [category] = data.filters.category ?? [""];
    return { title, text, category: unswap(category), ...card };
  }
}

