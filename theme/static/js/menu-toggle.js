/** Folds the menu again by Esc; first-paint.js does the rest, since it must never fail. */

/** @param {HTMLButtonElement} root */
export function startMenuToggle(root) {
  const menu = document.getElementById(root.getAttribute("aria-controls"));
  for (const element of [root, menu]) {
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && root.getAttribute("aria-expanded") === "true") {
        root.setAttribute("aria-expanded", "false");
        root.focus();
      }
    });
  }
}
