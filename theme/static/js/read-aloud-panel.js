/**
 * What the read-aloud control shows: its labels, its panel, how far it has come, what went wrong.
 */

export class Panel {
  #root;
  #panel;

  /** @param {HTMLElement} root @param {Record<string, () => void>} actions by a button's name */
  constructor(root, actions) {
    this.#root = root;
    this.#panel = this.#part("panel");
    for (const [name, act] of Object.entries(actions)) {
      // The first of the toggles starts the control, and so belongs to it.
      this.#panel.querySelector(`[data-read=${name}]`).addEventListener("click", act);
    }
    this.#panel.addEventListener("keydown", (event) => {
      const act = { ArrowLeft: actions.previous, ArrowRight: actions.next }[event.key];
      if (act && !isModified(event) && !event.target.matches("select")) {
        event.preventDefault();
        act();
      }
    });
  }

  /** @returns {HTMLSelectElement} */
  get speed() {
    return this.#part("speed");
  }

  /** @param {"idle" | "playing" | "paused"} state */
  showState(state) {
    for (const label of this.#root.querySelectorAll("[data-read=label]")) {
      label.textContent = this.#root.dataset[state];
    }
    if (state === "idle") {
      this.#close();
    } else if (this.#panel.hidden) {
      this.#open();
    }
  }

  showProgress(number, total) {
    this.#part("progress").textContent = this.#text("progress", { number, total });
  }

  /** Tell screen readers, by the name of a text. */
  announce(name, values = {}) {
    this.#part("status").textContent = name ? this.#text(name, values) : "";
  }

  /** Show one message, or none. @param {"no-voice" | "broken" | ""} shown */
  showMessage(shown) {
    for (const name of ["no-voice", "broken"]) {
      this.#part(name).hidden = name !== shown;
    }
    if (shown) {
      this.#part(shown).scrollIntoView({ block: "nearest", behavior: "instant" });
    }
  }

  #open() {
    this.#panel.hidden = false;
    // On a low screen (or a page made very large) a bar would cover what is read.
    const hasRoom = matchMedia("(min-height: 30em)").matches;
    if (hasRoom && this.#panel.showPopover) {
      this.#panel.popover = "manual";
      this.#panel.showPopover();
      document.documentElement.toggleAttribute("data-reading", true);
    }
  }

  #close() {
    const hadFocus = this.#panel.contains(document.activeElement);
    if (this.#panel.popover) {
      this.#panel.hidePopover();
      this.#panel.popover = null;
    }
    this.#panel.hidden = true;
    document.documentElement.toggleAttribute("data-reading", false);
    if (hadFocus) {
      this.#part("toggle").focus({ preventScroll: true });
    }
  }

  #part(name) {
    return this.#root.querySelector(`[data-read=${name}]`);
  }

  #text(name, values) {
    return this.#root.dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  }
}

export function isModified(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}
