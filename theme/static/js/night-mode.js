/**
 * Switches between the light and the dark theme.
 *
 * One button with two states does for three: choosing what the device shows anyway forgets the
 * choice, and the page follows the device again.
 */

import { onPreferenceChange, savePreference } from "./preferences.js";

const html = document.documentElement;
const darkDevice = matchMedia("(prefers-color-scheme: dark)");

/** @param {HTMLButtonElement} root */
export function startNightMode(root) {
  const update = () => root.setAttribute("aria-pressed", String(shownTheme() === "dark"));

  function choose(theme) {
    showTheme(theme);
    update();
  }

  root.addEventListener("click", () => {
    const wanted = shownTheme() === "dark" ? "light" : "dark";
    const choice = wanted === deviceTheme() ? null : wanted;
    choose(choice);
    savePreference("theme", choice);
  });
  darkDevice.addEventListener("change", update);
  onPreferenceChange("theme", choose);
  update();
  root.hidden = false;
}

function deviceTheme() {
  return darkDevice.matches ? "dark" : "light";
}

function shownTheme() {
  return html.dataset.theme ?? deviceTheme();
}

/** Show a theme; anything but "dark" and "light" is the device's. */
function showTheme(theme) {
  const isChosen = theme === "dark" || theme === "light";
  if (isChosen) {
    html.dataset.theme = theme;
  } else {
    delete html.dataset.theme;
  }
  document.querySelector("meta[name=color-scheme]")
    ?.setAttribute("content", isChosen ? theme : "light dark");
  // The colour of the browser's own bars: each of the two metas names the scheme that it is for.
  for (const meta of document.querySelectorAll("meta[data-scheme]")) {
    const { scheme } = meta.dataset;
    const media = scheme === theme ? "all" : "not all";
    meta.media = isChosen ? media : `(prefers-color-scheme: ${scheme})`;
  }
}
