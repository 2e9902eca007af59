/**
 * Keeps the reader's choices on their device, and tells of choices made in other tabs.
 *
 * Storage may be forbidden or full: then a choice holds for the page, and nothing throws.
 */

/** @returns {string | null} */
export function readPreference(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keep a choice; null forgets it. @param {string | null} value */
export function savePreference(name, value) {
  try {
    if (value === null) {
      localStorage.removeItem(name);
    } else {
      localStorage.setItem(name, value);
    }
  } catch {
    // The choice holds for this page.
  }
}

/** Call `handle` with the value, or null, once it was changed elsewhere. */
export function onPreferenceChange(name, handle) {
  addEventListener("storage", (event) => {
    // Without a key, all of the storage was cleared.
    if (event.key === name || event.key === null) {
      handle(readPreference(name));
    }
  });
  // A page that "back" brings out of the browser's memory heard nothing while it lay there.
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      handle(readPreference(name));
    }
  });
}
