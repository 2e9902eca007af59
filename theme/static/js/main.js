/**
 * Starts each control of the page; one that fails, or does not arrive, stops no other.
 *
 * Controls start hidden and unhide themselves, so that no reader sees a button that does nothing.
 * The build joins what is imported here into one file; search, which few pages need, comes later.
 */

import { startCopyLink } from "./copy-link.js";
import { startMenuToggle } from "./menu-toggle.js";
import { startNightMode } from "./night-mode.js";
import { startPhotoDialog } from "./photo-dialog.js";
import { startPrintPage } from "./print-page.js";
import { startReadAloud } from "./read-aloud.js";
import { startTextSize } from "./text-size.js";

const STARTERS = {
  "copy-link": startCopyLink,
  "menu-toggle": startMenuToggle,
  "night-mode": startNightMode,
  "photo-dialog": startPhotoDialog,
  "print-page": startPrintPage,
  "read-aloud": startReadAloud,
  "search": async (root) => (await import("./search.js")).startSearch(root),
  "text-size": startTextSize,
};

async function start(root) {
  try {
    await STARTERS[root.dataset.module](root);
  } catch (error) {
    console.error(`${root.dataset.module}:`, error);
  }
}

document.querySelectorAll("[data-module]").forEach(start);
