/**
 * Marks the sentence that is read and keeps it in sight, unless the reader has scrolled away.
 *
 * Where the browser can paint a highlight, the page itself stays untouched.
 */

const NAME = "read-aloud";
const CLASS = "is-read-aloud";
const canPaint = "Highlight" in window && "highlights" in (window.CSS ?? {});

export class Marker {
  #pieces = [];
  #isFollowing = true;

  constructor() {
    for (const type of ["wheel", "touchmove"]) {
      addEventListener(type, () => { this.#isFollowing = false; }, { passive: true });
    }
  }

  /** Mark the pieces of a sentence; none unmark what is marked. */
  mark(pieces) {
    this.#pieces.forEach((piece) => piece.classList.remove(CLASS));
    this.#pieces = pieces;
    if (canPaint) {
      CSS.highlights.set(NAME, new Highlight(...pieces.map(rangeOf)));
    } else {
      pieces.forEach((piece) => piece.classList.add(CLASS));
    }
    if (pieces.length > 0) {
      this.#keepInSight(pieces[0]);
    }
  }

  /** Follow again: the reader has asked for a sentence. */
  follow() {
    this.#isFollowing = true;
  }

  #keepInSight(piece) {
    if (isInSight(piece)) {
      this.#isFollowing = true;
    } else if (this.#isFollowing) {
      const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      piece.scrollIntoView({ block: "center", behavior: isCalm ? "instant" : "smooth" });
    }
  }
}

function rangeOf(piece) {
  const range = new Range();
  range.selectNodeContents(piece);
  return range;
}

/** Tell whether an element lies in the upper four fifths, which no bar at the foot covers. */
function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && Math.min(bottom, top + innerHeight / 2) <= innerHeight * 0.8;
}
