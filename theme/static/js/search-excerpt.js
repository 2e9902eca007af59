/**
 * Shows where a text has the words of a query: the best piece of it, the words marked.
 *
 * @typedef {{ text: string, isMarked: boolean }} Piece
 */

import { fold } from "./search-words.js";

const SHOWN_WORDS = 36;
const WORDS_BEFORE = 6;
const PHRASE_WEIGHT = 4;

/** Return a text in pieces, whole. @returns {Piece[]} */
export function markWords(text, words) {
  const tokens = text.split(/\s+/).filter(Boolean);
  return joinPieces(tokens, findMarks(tokens, words));
}

/** Return the piece of a text where the most words stand together. @returns {Piece[]} */
export function cutExcerpt(text, words) {
  const tokens = text.split(/\s+/).filter(Boolean);
  const marks = findMarks(tokens, words);
  const start = findBestStart(marks);
  const end = Math.min(start + SHOWN_WORDS, tokens.length);
  const pieces = joinPieces(tokens.slice(start, end), marks.slice(start, end));
  if (start > 0) {
    pieces.unshift({ text: "… ", isMarked: false });
  }
  if (end < tokens.length) {
    pieces.push({ text: " …", isMarked: false });
  }
  return pieces;
}

/**
 * Return for each token which word of the query it is, from 1; 0 for none. Where a word is there
 * with the marks that were typed, those that differ in marks are not meant.
 */
function findMarks(tokens, words) {
  const folded = findWords(tokens.map(fold), words.map(fold));
  const exact = findWords(tokens.map((token) => token.toLowerCase()), words);
  const isThere = new Set(exact.filter((word) => word > 0 && fold(words[word - 1]) !== words[word - 1]));
  return folded.map((word, place) => (isThere.has(word) ? exact[place] : word));
}

function findWords(tokens, words) {
  const wanted = new Map(words.map((word, place) => [compact(word), place + 1]));
  return tokens.map((token) => {
    const parts = [compact(token), ...token.split(/[^\p{L}\p{M}\p{N}]+/u)];
    return wanted.get(parts.find((part) => wanted.has(part))) ?? 0;
  });
}

/** Return the letters and numbers alone: "15.518" → "15518". */
function compact(word) {
  return word.replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/** Words that follow one another as in the query weigh more: they are the phrase. */
function findBestStart(marks) {
  const weights = marks.map((mark, place) => (
    mark > 0 ? 1 + PHRASE_WEIGHT * Number(mark === marks[place - 1] + 1 && place > 0 && mark > 1) : 0
  ));
  let weight = weights.slice(0, SHOWN_WORDS).reduce((sum, own) => sum + own, 0);
  let best = { weight, start: 0 };
  for (let start = 1; start + SHOWN_WORDS <= marks.length; start += 1) {
    weight += weights[start + SHOWN_WORDS - 1] - weights[start - 1];
    if (weight > best.weight) {
      best = { weight, start };
    }
  }
  return startBefore(weights, best.start);
}

/** Begin a few words before the first one that weighs most; at the text's start where it is near. */
function startBefore(weights, start) {
  const piece = weights.slice(start, start + SHOWN_WORDS);
  const first = piece.indexOf(Math.max(...piece, 1));
  const isNear = start + first < SHOWN_WORDS - WORDS_BEFORE;
  return first < 0 ? start : isNear ? 0 : Math.max(0, start + first - WORDS_BEFORE);
}

/** Join neighbours of one kind; punctuation around marked words is not marked. */
function joinPieces(tokens, marks) {
  const pieces = [];
  tokens.forEach((token, place) => {
    const space = place > 0 ? " " : "";
    if (!marks[place]) {
      addPiece(pieces, space + token, false);
      return;
    }
    const [, before, core, after] = token.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u);
    addPiece(pieces, space, marks[place - 1] && !before && pieces.at(-1)?.isMarked);
    addPiece(pieces, before, false);
    addPiece(pieces, core, true);
    addPiece(pieces, after, false);
  });
  return pieces;
}

function addPiece(pieces, text, isMarked) {
  const last = pieces.at(-1);
  if (!text) {
    return;
  }
  if (last && last.isMarked === Boolean(isMarked)) {
    last.text += text;
  } else {
    pieces.push({ text, isMarked: Boolean(isMarked) });
  }
}
