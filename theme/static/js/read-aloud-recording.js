/**
 * The page's recording, for devices without a voice: said sentence by sentence like a voice's.
 *
 * The recording's track has a cue for each sentence, named by its id. Sentences that follow one
 * another play on without a gap.
 */

// How far before its end a cue counts as played, and how far after it a browser may have played on
// when it tells of it: between neighbours nothing is sought, so no gap is heard.
const NEARLY_S = 0.05;
const PLAYED_ON_S = 0.5;

export class RecordedSpeaker {
  #sound;
  #cues = null;
  #drop = () => {};

  /** @param {HTMLAudioElement} sound */
  constructor(sound) {
    this.#sound = sound;
  }

  /** Tell whether the recording's track is there; the recording itself loads when it plays. */
  async hasVoice() {
    this.#cues ??= await loadCues(this.#sound);
    return this.#cues.size > 0;
  }

  cancel() {
    this.#drop();
    this.#sound.pause();
  }

  /**
   * @param {{ id: string }} sentence
   * @returns {Promise<"said" | "cancelled" | "paused" | "failed">} "paused" by the browser's
   *   own controls
   */
  say({ id }, _lang, rate) {
    const cue = this.#cues.get(id);
    if (!cue) {
      return Promise.resolve("said");
    }
    const sound = this.#sound;
    const late = sound.currentTime - cue.startTime;
    if (sound.paused || late < -NEARLY_S || late > PLAYED_ON_S) {
      sound.currentTime = cue.startTime;
    }
    sound.playbackRate = rate;
    return this.#playTo(cue);
  }

  #playTo(cue) {
    const sound = this.#sound;
    const heard = new AbortController();
    const { signal } = heard;
    return new Promise((resolve) => {
      const finish = (outcome) => {
        heard.abort();
        resolve(outcome);
      };
      this.#drop = () => finish("cancelled");
      // Seeking to a cue leaves the one before it, whose end may be told late.
      const check = () => sound.currentTime >= cue.endTime - NEARLY_S && finish("said");
      cue.addEventListener("exit", check, { signal });
      sound.addEventListener("timeupdate", check, { signal });
      sound.addEventListener("ended", () => finish("said"), { signal });
      // The pause before a move is told after the sound plays on.
      const stop = () => sound.paused && !sound.ended && finish("paused");
      sound.addEventListener("pause", stop, { signal });
      sound.addEventListener("error", () => finish("failed"), { signal });
      sound.play().catch(({ name }) => name !== "AbortError" && finish("failed"));
    });
  }
}

/** Load the track of a recording; return its cues by their ids, none where it does not arrive. */
async function loadCues(sound) {
  const element = document.createElement("track");
  element.kind = "metadata";
  const loaded = new Promise((resolve) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", resolve);
  });
  element.src = sound.dataset.recording;
  sound.append(element);
  element.track.mode = "hidden";
  await loaded;
  return new Map([...(element.track.cues ?? [])].map((cue) => [cue.id, cue]));
}

/** Let a phone's lock screen name what plays and move in it. */
export function showOnLockScreen(title, { toggle, previous, next }) {
  const session = navigator.mediaSession;
  if (session) {
    session.metadata = new MediaMetadata({ title, artist: document.title });
    const handlers = { play: toggle, pause: toggle, previoustrack: previous, nexttrack: next };
    for (const [name, handle] of Object.entries(handlers)) {
      session.setActionHandler(name, handle);
    }
  }
}
