/**
 * The read-aloud control: what it needs to speak is fetched when somebody first wants to listen.
 */

/** @param {HTMLElement} root */
export function startReadAloud(root) {
  const toggle = root.querySelector("[data-read=toggle]");
  const broken = root.querySelector("[data-read=broken]");
  let player = null;

  async function load() {
    const { Player } = await import("./read-aloud-player.js");
    return new Player(root);
  }

  // Some browsers begin to gather their voices only when they are first asked for them.
  window.speechSynthesis?.getVoices();
  toggle.addEventListener("click", async () => {
    broken.hidden = true;
    if (!player) {
      unlockSpeech();
      player = load();
    }
    const ready = await player.catch((error) => console.warn("read-aloud:", error));
    if (ready) {
      ready.toggle();
    } else {
      player = null;
      broken.hidden = false;
    }
  });
  root.hidden = false;
}

/** iOS speaks only once something was said within a click itself, if only nothing. */
function unlockSpeech() {
  window.speechSynthesis?.speak(new SpeechSynthesisUtterance(""));
}
