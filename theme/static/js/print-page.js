/** Opens the browser's print dialog, where the browser has one: some apps' built-in ones do not. */

/** @param {HTMLButtonElement} root */
export function startPrintPage(root) {
  if (typeof window.print === "function") {
    root.addEventListener("click", () => window.print());
    root.hidden = false;
  }
}
