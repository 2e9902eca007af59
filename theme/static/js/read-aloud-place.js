/**
 * Where to read: at the selection, at a click, or where the reader was before.
 */

import { readPreference, savePreference } from "./preferences.js";

const PLACE = "reading-place";

/** @typedef {import("./read-aloud-text.js").Sentence} Sentence */

/** Keep the sentence that is read on this page; "" forgets it. @param {string} id */
export function rememberPlace(id) {
  savePreference(PLACE, id ? `${location.pathname}#${id}` : null);
}

/** Return the number of the remembered sentence, -1 for none. @param {Sentence[]} sentences */
export function findRemembered(sentences) {
  const [path, id] = (readPreference(PLACE) ?? "").split("#");
  return path === location.pathname ? sentences.findIndex((one) => one.id === id) : -1;
}

/** Return the number of the first selected sentence, -1 for none. @param {Sentence[]} sentences */
export function findSelected(sentences) {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) {
    return -1;
  }
  const range = selection.getRangeAt(0);
  return sentences.findIndex(({ pieces }) => pieces.some((piece) => range.intersectsNode(piece)));
}

/** Return the number of the sentence around an element, -1 for none. */
export function findAround(sentences, element) {
  const piece = element.closest(".s");
  return sentences.findIndex(({ pieces }) => pieces.includes(piece));
}
