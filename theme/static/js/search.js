/** The search page: answers while a query is typed, and keeps what is searched in the address. */

import { addressOf, readAddress, writeAddress } from "./search-address.js";
import { addCounts, countValues, filterGroup, showOptions } from "./search-filters.js";
import { Finder } from "./search-finder.js";
import { ResultList } from "./search-list.js";
import { NoAnswer, within } from "./search-patience.js";
import { tellCount } from "./search-status.js";
import { readQuery } from "./search-words.js";

const TYPING_PAUSE_MS = 350;
const LEAST_TYPED = 3;
const SLOW_AFTER_MS = 4000;
const GIVE_UP_AFTER_MS = 45000;

/** @param {HTMLElement} root */
export function startSearch(root) {
  new SearchPage(root).start();
}

class SearchPage {
  #root;
  #texts;
  #finder;
  #state = readAddress();
  #turn = 0;
  #typing = 0;
  #pageTitle = document.title;
  #recent;
  #older;

  constructor(root) {
    this.#root = root;
    this.#texts = JSON.parse(root.dataset.texts);
    const { engine, indexes, titles } = root.dataset;
    this.#finder = new Finder(engine, indexes.split(" ").filter(Boolean), titles);
    const { lang } = document.documentElement;
    const onError = (error) => this.#tellBroken(error);
    this.#recent = new ResultList(this.#part("recent"), this.#part("more"), { lang, onError, atOnce: 8 });
    this.#older = new ResultList(this.#part("older"), this.#part("more-older"), { lang, onError, atOnce: 4 });
  }

  start() {
    const input = this.#part("query");
    input.addEventListener("input", () => this.#hearTyping(input.value));
    input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#change({ q: input.value });
    });
    for (const select of this.#root.querySelectorAll("[data-search=filter]")) {
      select.addEventListener("change", () => this.#change({ [select.name]: select.value }));
    }
    this.#onPress("suggested", (link) => ({ q: link.textContent }));
    this.#onPress("clear", () => ({ category: "", year: "", kind: "" }));
    this.#onPress("archive-offer", () => ({ all: "1" }));
    addEventListener("popstate", () => {
      this.#state = readAddress();
      this.#run(false);
    });
    // On a slow connection the reader has typed before this script came.
    if (input.value) {
      this.#change({ q: input.value }, true);
    } else {
      this.#run(false);
    }
  }

  #part(name) {
    return this.#root.querySelector(`[data-search=${name}]`);
  }

  #onPress(name, changeOf) {
    this.#part(name).addEventListener("click", (event) => {
      const pressed = event.target.closest("a, button");
      if (pressed) {
        event.preventDefault();
        this.#change(changeOf(pressed));
        this.#part("query").focus();
      }
    });
  }

  #hearTyping(value) {
    clearTimeout(this.#typing);
    if (value.trim().length >= LEAST_TYPED || value === "") {
      this.#typing = setTimeout(() => this.#change({ q: value }, true), TYPING_PAUSE_MS);
    }
  }

  #change(changes, isTyping = false) {
    clearTimeout(this.#typing);
    this.#state = { ...this.#state, ...changes };
    writeAddress(this.#state, isTyping);
    this.#run(isTyping);
  }

  async #run(isTyping) {
    this.#turn += 1;
    const turn = this.#turn;
    const query = readQuery(this.#state.q);
    this.#showState(isTyping);
    if (query.words.length === 0) {
      this.#showNothing(this.#state.q ? this.#texts.noWords : "");
      return;
    }
    const slow = setTimeout(() => this.#tell(this.#texts.slow), SLOW_AFTER_MS);
    this.#tell(this.#texts.loading);
    try {
      await within(this.#answer(query, isTyping, turn), GIVE_UP_AFTER_MS);
    } catch (error) {
      if (turn === this.#turn) {
        this.#recover(error, isTyping);
      }
    } finally {
      clearTimeout(slow);
    }
  }

  async #answer(query, isTyping, turn) {
    const state = this.#state;
    const options = { sort: state.sort, isTyping, inAllYears: Boolean(state.all) };
    const groups = await this.#finder.find(query, options);
    const isFiltered = Boolean(state.category || state.year || state.kind);
    const left = isFiltered ? await Promise.all(groups.map((own) => filterGroup(own, state))) : groups;
    const [recent, older] = [left[0].hits, left[1]?.hits ?? []];
    const put = [await this.#recent.prepare(recent, query.words), await this.#older.prepare(older, query.words)];
    if (turn !== this.#turn) {
      return;
    }
    put.forEach((show) => show());
    this.#showCount(query, recent.length + older.length, isFiltered);
    this.#showYears(older.length > 0);
    await this.#showOptions(groups, state, turn);
    if (recent.length + older.length === 0 && !isFiltered) {
      await this.#suggest(query, turn);
    }
  }

  async #showOptions(groups, state, turn) {
    const counts = await Promise.all(groups.map(async ({ hits, source }) => (
      countValues(hits, state, await source.facets()))));
    const fieldset = this.#part("filters");
    if (turn === this.#turn) {
      showOptions(fieldset, addCounts(counts), state, this.#texts);
      fieldset.hidden = fieldset.disabled = groups.every(({ hits }) => hits.length === 0);
    }
  }

  async #suggest(query, turn) {
    const wording = await this.#finder.suggest(query);
    if (wording && turn === this.#turn) {
      const link = this.#part("suggested");
      link.textContent = wording;
      link.href = addressOf({ ...this.#state, q: wording });
      this.#part("suggestion").hidden = false;
    }
  }

  #showState(isTyping) {
    const { q } = this.#state;
    if (!isTyping) {
      this.#part("query").value = q;
    }
    document.title = q ? `${q} – ${this.#pageTitle}` : this.#pageTitle;
    for (const name of ["suggestion", "clear", "reload"]) {
      this.#part(name).hidden = true;
    }
  }

  #showYears(hasFound) {
    this.#part("archive").hidden = !hasFound;
    this.#part("archive-offer").hidden = Boolean(this.#state.all) || !this.#finder.hasOlder;
  }

  #showNothing(text) {
    this.#recent.clear();
    this.#older.clear();
    this.#tell(text);
    for (const name of ["archive", "archive-offer", "filters", "notice"]) {
      this.#part(name).hidden = true;
    }
  }

  #showCount(query, count, isFiltered) {
    this.#tell(tellCount(this.#texts, query, count, isFiltered));
    this.#part("clear").hidden = count > 0 || !isFiltered;
    const notice = this.#part("notice");
    notice.textContent = this.#finder.findsTitlesOnly ? this.#texts.titlesOnly : "";
    notice.hidden = !this.#finder.findsTitlesOnly;
  }

  #tell(text) {
    this.#part("status").textContent = text;
  }

  /** Go on with titles where an index is broken; without them, say that nothing can be found. */
  #recover(error, isTyping) {
    if (this.#finder.findsTitlesOnly || error instanceof NoAnswer) {
      this.#showNothing("");
      this.#tellBroken(error);
    } else {
      console.error("search:", error);
      this.#finder.useTitles();
      this.#run(isTyping);
    }
  }

  #tellBroken(error) {
    console.error("search:", error);
    this.#tell(this.#texts.broken);
    this.#part("reload").hidden = false;
    this.#part("reload").querySelector("a").href = addressOf(this.#state);
  }
}
