/**
 * Finds what a query means: in the recent index, in older years' where wanted, else among titles.
 *
 * @typedef {{ hits: import("./search-source.js").Hit[], source: object }} Group
 */

import { openSource } from "./search-source.js";
import { suggestWordings } from "./search-suggestions.js";
import { openTitles } from "./search-titles.js";
import { readQuery } from "./search-words.js";

export class Finder {
  #engineUrl;
  #recentUrls;
  #olderUrls;
  #titlesUrl;
  #recent = null;
  #older = null;
  #words = null;

  /** @param {string[]} indexUrls the recent index's folder, then older years', the oldest first */
  constructor(engineUrl, indexUrls, titlesUrl) {
    this.#engineUrl = engineUrl;
    this.#recentUrls = indexUrls.slice(0, 1);
    this.#olderUrls = indexUrls.slice(1).reverse();
    this.#titlesUrl = titlesUrl;
  }

  get hasOlder() {
    return this.#olderUrls.length > 0;
  }

  get findsTitlesOnly() {
    return this.#recentUrls.length === 0;
  }

  /** Return a group of hits for the recent index and, if all years are wanted, one for the others. */
  async find(query, { sort, isTyping, inAllYears }) {
    const sources = [await this.#openRecent()];
    if (inAllYears && this.hasOlder) {
      sources.push(await (this.#older ??= openSource(this.#engineUrl, this.#olderUrls)));
    }
    const groups = [];
    for (const source of sources) {
      groups.push({ source, hits: await source.find(query, { sort, isTyping }) });
    }
    return groups;
  }

  /** Search titles from now on: an index is broken, or the browser or the host refuses the engine. */
  useTitles() {
    this.#recentUrls = this.#olderUrls = [];
    this.#recent = this.#older = this.#words = null;
  }

  #openRecent() {
    this.#recent ??= this.findsTitlesOnly
      ? openTitles(this.#titlesUrl)
      : openSource(this.#engineUrl, this.#recentUrls);
    return this.#recent;
  }

  /** Return another wording that finds something, or "". */
  async suggest(query) {
    for (const wording of suggestWordings(query.words, await this.#knownWords())) {
      const source = await this.#openRecent();
      const found = await source.find(readQuery(wording), { sort: "", isTyping: false });
      if (found.length > 0) {
        return wording;
      }
    }
    return "";
  }

  #knownWords() {
    this.#words ??= this.findsTitlesOnly ? [] : fetchWords(`${this.#recentUrls[0]}words.json`);
    return this.#words;
  }
}

/** Without the words there are fewer suggestions, and nothing else is missing. */
async function fetchWords(url) {
  try {
    const answer = await fetch(url);
    return answer.ok ? await answer.json() : [];
  } catch {
    return [];
  }
}
