/** A list of results: some cards at first, more when asked for. */

import { makeCard } from "./search-card.js";

export class ResultList {
  #list;
  #more;
  #lang;
  #atOnce;
  #hits = [];
  #words = [];

  /**
   * Each card is a file of its own, and phones wait for each: `atOnce` are few.
   * @param {HTMLElement} more what holds the button @param {(error: unknown) => void} onError
   */
  constructor(list, more, { lang, atOnce, onError }) {
    this.#list = list;
    this.#more = more;
    this.#lang = lang;
    this.#atOnce = atOnce;
    more.querySelector("button").addEventListener("click", () => this.#showMore().catch(onError));
  }

  /** Load the first cards; return what puts them into the page, so that a stale answer never does. */
  async prepare(hits, words) {
    const cards = await this.#makeCards(hits.slice(0, this.#atOnce), words);
    return () => {
      this.#hits = hits;
      this.#words = words;
      this.#list.replaceChildren(...cards);
      this.#showButton();
    };
  }

  clear() {
    this.#hits = [];
    this.#list.replaceChildren();
    this.#showButton();
  }

  async #showMore() {
    const shown = this.#list.children.length;
    const next = this.#hits.slice(shown, shown + this.#atOnce);
    const [before, cards] = [this.#hits, await this.#makeCards(next, this.#words)];
    // Pressed twice, or another query has come meanwhile: these cards are not wanted.
    if (before === this.#hits && shown === this.#list.children.length) {
      this.#list.append(...cards);
      this.#showButton();
      cards[0]?.querySelector("a").focus();
    }
  }

  async #makeCards(hits, words) {
    const shown = await Promise.all(hits.map((hit) => hit.load()));
    return shown.map((one) => makeCard(one, words, this.#lang));
  }

  #showButton() {
    this.#more.hidden = this.#list.children.length >= this.#hits.length;
  }
}
