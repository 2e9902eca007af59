/**
 * Starts each control of the page; one that fails, or does not arrive, stops no other.
 *
 * Controls start hidden and unhide themselves, so that no reader sees a button that does nothing.
 */

const STARTERS = {
  "copy-link": async (root) => (await import("./copy-link.js")).startCopyLink(root),
  "menu-toggle": async (root) => (await import("./menu-toggle.js")).startMenuToggle(root),
  "night-mode": async (root) => (await import("./night-mode.js")).startNightMode(root),
  "photo-dialog": async (root) => (await import("./photo-dialog.js")).startPhotoDialog(root),
  "print-page": async (root) => (await import("./print-page.js")).startPrintPage(root),
  "read-aloud": async (root) => (await import("./read-aloud.js")).startReadAloud(root),
  "search": async (root) => (await import("./search.js")).startSearch(root),
  "text-size": async (root) => (await import("./text-size.js")).startTextSize(root),
};

async function start(root) {
  try {
    await STARTERS[root.dataset.module](root);
  } catch (error) {
    console.error(`${root.dataset.module}:`, error);
  }
}

document.querySelectorAll("[data-module]").forEach(start);
