/** Waits for an answer, but not for ever. */

/** What a promise is rejected with that took too long. */
export class NoAnswer extends Error {}

/** Return what a promise gives, or reject with NoAnswer after a limit. */
export function within(promise, limitMs) {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new NoAnswer()), limitMs);
    promise.then(resolve, reject).finally(() => clearTimeout(limit));
  });
}
