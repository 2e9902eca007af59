/**
 * Makes the text smaller or larger in seven steps, whose sizes tokens.css has.
 *
 * At a limit the button says so and does nothing: a disabled one would drop the focus.
 */

import { onPreferenceChange, savePreference } from "./preferences.js";

const html = document.documentElement;
const SMALLEST = -1;
const LARGEST = 5;

/** @param {HTMLElement} root */
export function startTextSize(root) {
  const buttons = [...root.querySelectorAll("button[data-step]")];
  const status = root.querySelector("[role=status]");

  function update() {
    for (const button of buttons) {
      const isAtLimit = nextSize(button) === currentSize() && Number(button.dataset.step) !== 0;
      button.setAttribute("aria-disabled", String(isAtLimit));
    }
  }

  function choose(size) {
    showSize(size);
    update();
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const isAtLimit = button.getAttribute("aria-disabled") === "true";
      choose(nextSize(button));
      savePreference("text-size", html.dataset.textSize ?? null);
      announce(status, isAtLimit ? root.dataset.limit : root.dataset.status);
    });
  }
  onPreferenceChange("text-size", (stored) => choose(Number(stored)));
  update();
  root.hidden = false;
}

function currentSize() {
  return Number(html.dataset.textSize ?? 0);
}

/** Return the size that a button leads to; that of the step 0 is the standard one. */
function nextSize(button) {
  const step = Number(button.dataset.step);
  return step === 0 ? 0 : Math.min(Math.max(currentSize() + step, SMALLEST), LARGEST);
}

function showSize(size) {
  if (Number.isInteger(size) && size !== 0 && size >= SMALLEST && size <= LARGEST) {
    html.dataset.textSize = String(size);
  } else {
    delete html.dataset.textSize;
  }
}

/** Tell screen readers the size in per cent; the same words twice are told twice. */
function announce(status, text) {
  const scale = Number(getComputedStyle(html).getPropertyValue("--text-scale"));
  const percent = new Intl.NumberFormat(html.lang, { maximumFractionDigits: 1 }).format(100 * scale);
  status.textContent = "";
  requestAnimationFrame(() => {
    status.textContent = text.replace("{percent}", percent);
  });
}
