/**
 * The page's address says what is searched: it can be shared, and "back" leads to what was before.
 *
 * @typedef {{ q: string, category: string, year: string, kind: string, sort: string, all: string }} State
 */

const NAMES = ["q", "category", "year", "kind", "sort", "all"];

/** @returns {State} */
export function readAddress() {
  const given = new URLSearchParams(location.search);
  return Object.fromEntries(NAMES.map((name) => [name, given.get(name) ?? ""]));
}

/** Return the address of a state, without what is as usual. @param {State} state */
export function addressOf(state) {
  const given = new URLSearchParams(NAMES.filter((name) => state[name]).map((name) => [name, state[name]]));
  return given.size > 0 ? `?${given}` : location.pathname;
}

/** Put a state into the address; while typing it replaces the one before. */
export function writeAddress(state, isTyping) {
  const address = addressOf(state);
  const isSame = address === (location.search || location.pathname);
  if (isTyping) {
    history.replaceState(null, "", address);
  } else if (!isSame) {
    history.pushState(null, "", address);
  }
}
