/**
 * The device's voice: chosen for a language, fed in short utterances, and watched.
 *
 * Browsers' engines lose utterances: voices come late or never, network voices fall silent after
 * 15 seconds, `pause()` cancels on Android. So nothing here waits for ever, or pauses.
 */

import { cutText, primary } from "./read-aloud-text.js";

const UTTERANCE_LIMIT = 180;
const VOICES_WITHIN_MS = 1500;
const POLL_MS = 100;
const SLOWEST_MS_PER_CHARACTER = 120;
const PATIENCE_MS = 4000;
const STALLS_TO_GIVE_UP = 3;
// Firefox on Android names languages by three letters: "vie-VNM-f000".
const LONG_NAMES = { vie: "vi", eng: "en" };

export class Speaker {
  #engine = window.speechSynthesis;
  #turn = 0;
  #stalls = 0;
  #broken = new Set();
  #drop = () => {};
  // An utterance that nothing refers to may be collected, and its events with it.
  #utterance = null;

  /** Tell whether the device has a voice for a language; voices may come up to 1.5 s late. */
  async hasVoice(lang) {
    const deadline = performance.now() + VOICES_WITHIN_MS;
    while (this.#engine && !this.#chooseVoice(lang) && performance.now() < deadline) {
      await new Promise((resolve) => { setTimeout(resolve, POLL_MS); });
    }
    return Boolean(this.#engine && this.#chooseVoice(lang));
  }

  /** Say nothing more. */
  cancel() {
    this.#turn += 1;
    this.#drop();
    this.#engine?.cancel();
  }

  /**
   * Say a sentence; `lang` is whose voice reads a part that has none of its own.
   * @returns {Promise<"said" | "cancelled" | "failed">}
   */
  async say({ parts }, lang, rate) {
    const turn = this.#turn;
    for (const part of parts) {
      for (const text of cutText(part.text, UTTERANCE_LIMIT)) {
        const outcome = await this.#persist(text, [part.lang, lang], rate, turn);
        if (outcome !== "said") {
          return outcome;
        }
      }
    }
    return "said";
  }

  /** Say a text: once more if the voice stalls, with another voice if this one fails. */
  async #persist(text, langs, rate, turn) {
    for (let isRepeated = false; ;) {
      const voice = langs.map((lang) => this.#chooseVoice(lang)).find(Boolean);
      if (!voice) {
        return this.#giveUp();
      }
      const outcome = await this.#utter(text, voice, rate);
      if (turn !== this.#turn) {
        return "cancelled";
      }
      if (outcome === "ended") {
        this.#stalls = 0;
        return "said";
      }
      if (outcome === "failed") {
        this.#broken.add(voice.voiceURI);
        continue;
      }
      this.#engine.cancel();
      this.#stalls += 1;
      if (this.#stalls >= STALLS_TO_GIVE_UP) {
        return this.#giveUp();
      }
      if (isRepeated) {
        return "said";
      }
      isRepeated = true;
    }
  }

  /** Fail, but let the reader try all voices again: a network may have come back. */
  #giveUp() {
    this.#stalls = 0;
    this.#broken.clear();
    return "failed";
  }

  #utter(text, voice, rate) {
    return new Promise((resolve) => {
      // Edge's voices choke on these.
      const utterance = new SpeechSynthesisUtterance(text.replace(/[<>&]/g, " "));
      let timer = 0;
      const finish = (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      const watch = () => {
        clearTimeout(timer);
        const wait = PATIENCE_MS + (text.length * SLOWEST_MS_PER_CHARACTER) / rate;
        timer = setTimeout(finish, wait, "stalled");
      };
      Object.assign(utterance, { voice, lang: voice.lang.replaceAll("_", "-"), rate });
      utterance.onstart = watch;
      utterance.onboundary = watch;
      utterance.onend = () => finish("ended");
      utterance.onerror = ({ error }) => {
        // Who cancelled has said so by `cancel`; if it was somebody else, the watch will tell.
        if (error !== "canceled" && error !== "interrupted") {
          finish("failed");
        }
      };
      this.#drop = () => finish("cancelled");
      this.#utterance = utterance;
      watch();
      this.#engine.speak(utterance);
    });
  }

  #chooseVoice(lang) {
    return this.#engine.getVoices()
      .filter((voice) => languageOf(voice) === lang && !this.#broken.has(voice.voiceURI))
      .sort((one, other) => score(other) - score(one))[0];
  }
}

function languageOf(voice) {
  const name = primary(voice.lang ?? "");
  return LONG_NAMES[name] ?? name;
}

/** Natural voices first, then the device's own, which need no network; eSpeak's last. */
function score({ name, localService }) {
  const isNatural = /natural|neural|premium|enhanced/i.test(name);
  return (isNatural ? 4 : 0) + (localService ? 2 : 0) - (/espeak/i.test(name) ? 9 : 0);
}
