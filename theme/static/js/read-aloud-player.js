/**
 * Reads a page sentence by sentence: starts, pauses, moves, and remembers where it was.
 *
 * To pause is to fall silent and to remember the sentence: engines' own `pause()` cannot be relied
 * on.
 */

import { readPreference, savePreference } from "./preferences.js";
import { Marker } from "./read-aloud-mark.js";
import { isModified, Panel } from "./read-aloud-panel.js";
import { findAround, findRemembered, findSelected, rememberPlace } from "./read-aloud-place.js";
import { RecordedSpeaker, showOnLockScreen } from "./read-aloud-recording.js";
import { collectSentences, primary } from "./read-aloud-text.js";
import { Speaker } from "./read-aloud-voice.js";

const SPEED = "reading-speed";
const KEEPS_ITS_CLICK = "a, button, input, select, textarea, summary, label";

export class Player {
  #lang;
  #panel;
  #actions;
  #sentences;
  /** @type {Speaker | RecordedSpeaker} */
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
    this.#actions = {
      toggle: () => this.toggle(),
      previous: () => this.#step(-1),
      next: () => this.#step(1),
      stop: () => this.#stop("stopped"),
    };
    this.#panel = new Panel(root, this.#actions);
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
    const chosen = findSelected(this.#sentences);
    if (!await this.#speaker.hasVoice(this.#lang) && !await this.#takeRecording()) {
      this.#setState("idle");
      this.#panel.showMessage("no-voice");
      return;
    }
    const remembered = findRemembered(this.#sentences);
    this.#listen();
    this.#marker.follow();
    this.#panel.announce("");
    if (chosen < 0 && remembered > 0) {
      this.#panel.announce("continued", { number: remembered + 1 });
    }
    this.#read(Math.max(chosen < 0 ? remembered : chosen, 0));
  }

  /** Read by the page's recording from now on, if it has one. */
  async #takeRecording() {
    const sound = document.querySelector("audio[data-recording]");
    const recorded = sound && new RecordedSpeaker(sound);
    if (!recorded || !await recorded.hasVoice()) {
      return false;
    }
    this.#speaker = recorded;
    showOnLockScreen(sound.dataset.title, this.#actions);
    return true;
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
    rememberPlace("");
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
      const outcome = await this.#speaker.say(this.#sentences[number], this.#lang, this.#rate());
      if (turn !== this.#turn) {
        return;
      }
      if (outcome !== "said") {
        this.#pause();
        this.#panel.showMessage(outcome === "failed" ? "broken" : "");
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
    rememberPlace(id);
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
      const number = findAround(this.#sentences, target);
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
}
