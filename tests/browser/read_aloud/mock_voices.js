// Stands in for the browser's voices, which browsers under test lack. `engine` says what was asked
// of it; an utterance ends only when a test says so, except an empty one.
{
  class Utterance {
    constructor(text) {
      Object.assign(this, { text, lang: "", voice: null, rate: 1 });
    }
  }

  const engine = {
    said: [],
    cancels: 0,
    current: null,
    list: [],
    listener: null,
    setVoices(...voices) {
      this.list = voices.map(([name, lang]) => ({
        name, lang, voiceURI: name, localService: true, default: false,
      }));
    },
    getVoices() {
      return this.list;
    },
    speak(utterance) {
      if (utterance.text === "") {
        return;
      }
      this.said.push({
        text: utterance.text,
        lang: utterance.lang,
        voice: utterance.voice?.name,
        rate: utterance.rate,
      });
      this.current = utterance;
      utterance.onstart?.({});
    },
    cancel() {
      this.cancels += 1;
      const { current } = this;
      this.current = null;
      // As in Chrome: the news comes later, when something else may be spoken already.
      queueMicrotask(() => current?.onerror?.({ error: "interrupted" }));
    },
    finish() {
      const { current } = this;
      this.current = null;
      current.onend({});
    },
    fail(error) {
      const { current } = this;
      this.current = null;
      current.onerror({ error });
    },
  };
  engine.setVoices(["Linh", "vi-VN"], ["Daniel", "en-GB"]);
  window.engine = engine;
  window.SpeechSynthesisUtterance = Utterance;
  Object.defineProperty(window, "speechSynthesis", { value: engine });
}
