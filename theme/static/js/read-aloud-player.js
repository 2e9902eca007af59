/**
 * Reads a page sentence by sentence: starts, pauses, moves, and remembers where it was.
 *
 * To pause is to fall silent and to remember the sentence: engines' own `pause()` cannot be relied
 * on.
 */

import { readPreference, savePreference } from "./preferences.js";
import { Marker } from "./read-aloud-mark.js";
import { isModified, Panel } from "./read-aloud-panel.js";
import { collectSentences, primary } from "./read-aloud-text.js";
import { Speaker } from "./read-aloud-voice.js";

const SPEED = "reading-speed";
const PLACE = "reading-place";
const KEEPS_ITS_CLICK = "a, button, input, select, textarea, summary, label";

export class Player {
  #lang;
  #panel;
  #sentences;
  #speaker = new Speaker();
  #marker = new Marker();
  /** @type {"idle" | "starting" | "playing" | "paused"} */
  #state = "idle";
  #current = 0;
  #turn = 0;
  #listeners = new AbortController();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#lang = primary(root.closest("[lang]").lang);
    this.#sentences = collectSentences(this.#lang);
    this.#panel = new Panel(root, {
      toggle: () => this.toggle(),
      previous: () => this.#step(-1),
      next: () => this.#step(1),
      stop: () => this.#stop("stopped"),
    });
    const { speed } = this.#panel;
    speed.value = readPreference(SPEED) ?? speed.value;
    // A value that is none of the choices leaves none chosen.
    speed.value ||= "1";
    speed.addEventListener("change", () => this.#changeSpeed());
    // Chrome speaks on after the page is gone.
    addEventListener("pagehide", () => this.#state === "playing" && this.#pause());
  }

  /** Start, pause or resume. */
  toggle() {
    const act = { idle: this.#start, playing: this.#pause, paused: this.#resume }[this.#state];
    act?.call(this);
  }

  async #start() {
    this.#setState("starting");
    this.#panel.showMessage("");
    const chosen = this.#selected();
    if (!await this.#speaker.hasVoice(this.#lang)) {
      this.#setState("idle");
      this.#panel.showMessage("no-voice");
      return;
    }
    const remembered = this.#remembered();
    this.#listen();
    this.#marker.follow();
    this.#panel.announce("");
    if (chosen < 0 && remembered > 0) {
      this.#panel.announce("continued", { number: remembered + 1 });
    }
    this.#read(Math.max(chosen < 0 ? remembered : chosen, 0));
  }

  #pause() {
    this.#silence();
    this.#setState("paused");
  }

  #resume() {
    this.#panel.showMessage("");
    this.#marker.follow();
    this.#read(this.#current);
  }

  /** Go back to the beginning. @param {"stopped" | "done"} why */
  #stop(why) {
    this.#silence();
    this.#listeners.abort();
    this.#marker.mark([]);
    savePreference(PLACE, null);
    this.#panel.showMessage("");
    this.#panel.announce(why);
    this.#setState("idle");
  }

  async #read(first) {
    this.#silence();
    const turn = this.#turn;
    this.#setState("playing");
    for (let number = first; number < this.#sentences.length; number += 1) {
      this.#show(number);
      const { parts } = this.#sentences[number];
      const outcome = await this.#speaker.say(parts, this.#lang, this.#rate());
      if (turn !== this.#turn) {
        return;
      }
      if (outcome === "failed") {
        this.#pause();
        this.#panel.showMessage("broken");
        return;
      }
    }
    this.#stop("done");
  }

  #silence() {
    this.#turn += 1;
    this.#speaker.cancel();
  }

  #show(number) {
    this.#current = number;
    const { id, pieces } = this.#sentences[number];
    this.#marker.mark(pieces);
    this.#panel.showProgress(number + 1, this.#sentences.length);
    savePreference(PLACE, `${location.pathname}#${id}`);
  }

  /** Read another sentence; while paused, only go there. */
  #goTo(number) {
    this.#marker.follow();
    if (this.#state === "playing") {
      this.#read(number);
    } else {
      this.#show(number);
    }
  }

  #step(by) {
    this.#goTo(Math.min(Math.max(this.#current + by, 0), this.#sentences.length - 1));
  }

  #changeSpeed() {
    savePreference(SPEED, this.#panel.speed.value === "1" ? null : this.#panel.speed.value);
    if (this.#state === "playing") {
      this.#read(this.#current);
    }
  }

  #rate() {
    return Number(this.#panel.speed.value);
  }

  #setState(state) {
    this.#state = state;
    if (state !== "starting") {
      this.#panel.showState(state);
    }
  }

  #listen() {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    document.addEventListener("click", (event) => this.#followClick(event), { signal });
    document.addEventListener("keydown", (event) => this.#followKey(event), { signal });
  }

  #followClick({ target, defaultPrevented }) {
    const isOther = defaultPrevented || target.closest(KEEPS_ITS_CLICK);
    if (!isOther && getSelection().isCollapsed) {
      const number = this.#numberAt(target);
      if (number >= 0) {
        this.#goTo(number);
      }
    }
  }

  #followKey(event) {
    const isFree = !event.defaultPrevented && !document.querySelector("dialog[open]");
    if (event.key === "Escape" && isFree && !isModified(event)) {
      this.#stop("stopped");
    }
  }

  #selected() {
    const selection = getSelection();
    if (selection.isCollapsed || selection.rangeCount === 0) {
      return -1;
    }
    const range = selection.getRangeAt(0);
    return this.#sentences.findIndex(({ pieces }) => pieces.some((p) => range.intersectsNode(p)));
  }

  #remembered() {
    const place = readPreference(PLACE) ?? "";
    const [path, id] = place.split("#");
    return path === location.pathname ? this.#sentences.findIndex((s) => s.id === id) : -1;
  }

  /** Return the number of the sentence that an element lies in, -1 for none. */
  #numberAt(element) {
    const piece = element.closest(".s");
    return this.#sentences.findIndex(({ pieces }) => pieces.includes(piece));
  }
}
