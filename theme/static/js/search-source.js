/**
 * Where is searched: several indexes as one.
 *
 * @typedef {{ key: string, load: () => Promise<object> }} Hit  a result, not yet loaded
 */

import { openIndex } from "./search-engine.js";
import { rank } from "./search-ranking.js";

/** Open the indexes in these folders, the newest first. */
export async function openSource(engineUrl, urls) {
  return new Source(await Promise.all(urls.map((url) => openIndex(engineUrl, url))));
}

class Source {
  #indexes;
  #facets = null;

  constructor(indexes) {
    this.#indexes = indexes;
  }

  /** Return the hits of a query in their order. @returns {Promise<Hit[]>} */
  async find(query, options) {
    const ranked = [];
    for (const index of this.#indexes) {
      ranked.push(await rank(index, query, options));
    }
    const hits = new Map();
    const tiers = Math.max(...ranked.map((own) => own.length));
    for (let tier = 0; tier < tiers; tier += 1) {
      ranked.forEach((own, place) => this.#add(hits, place, own[tier] ?? []));
    }
    return [...hits.values()];
  }

  #add(hits, place, results) {
    for (const result of results) {
      const key = `${place} ${result.id}`;
      if (!hits.has(key)) {
        hits.set(key, { key, load: () => this.#indexes[place].load(result) });
      }
    }
  }

  /** Return the keys of the documents that have each value of each filter. */
  facets() {
    this.#facets ??= this.#gatherFacets();
    return this.#facets;
  }

  async #gatherFacets() {
    const all = await Promise.all(this.#indexes.map((index) => index.facets()));
    const keyed = all.map((facets, place) => mapFacets(facets, (id) => `${place} ${id}`));
    return joinFacets(keyed);
  }
}

function mapFacets(facets, keyOf) {
  const mapped = new Map();
  for (const [name, values] of facets) {
    const own = [...values].map(([value, ids]) => [value, new Set([...ids].map(keyOf))]);
    mapped.set(name, new Map(own));
  }
  return mapped;
}

/** Return the facets of several sources as one. */
export function joinFacets(all) {
  const joined = new Map();
  for (const [name, values] of all.flatMap((facets) => [...facets])) {
    const own = joined.get(name) ?? joined.set(name, new Map()).get(name);
    for (const [value, keys] of values) {
      own.set(value, new Set([...own.get(value) ?? [], ...keys]));
    }
  }
  return joined;
}
