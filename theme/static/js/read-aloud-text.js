/**
 * The sentences of a page as the build has wrapped them, in the order in which they are read.
 *
 * A sentence is one `.s` with an id, or several pieces of which the others name that id. What a
 * piece says is its `data-say`, else its text.
 */

/**
 * @typedef {{ lang: string, text: string }} Part  what one voice says
 * @typedef {{ id: string, pieces: HTMLElement[], parts: Part[] }} Sentence
 */

/** @param {string} lang the page's language; a piece in another names it @returns {Sentence[]} */
export function collectSentences(lang) {
  const sentences = new Map();
  for (const piece of document.querySelectorAll("main .s")) {
    const id = piece.id || piece.dataset.s;
    if (!sentences.has(id)) {
      sentences.set(id, { id, pieces: [], parts: [] });
    }
    addPiece(sentences.get(id), piece, lang);
  }
  return [...sentences.values()].filter((sentence) => sentence.parts.length > 0);
}

function addPiece(sentence, piece, lang) {
  const text = piece.dataset.say ?? piece.textContent;
  const last = sentence.parts.at(-1);
  const own = primary(piece.lang || lang);
  sentence.pieces.push(piece);
  if (last?.lang === own) {
    last.text += text;
  } else if (text.trim()) {
    sentence.parts.push({ lang: own, text });
  }
}

/** Return the language of a tag, "vi" of "vi-VN". */
export function primary(tag) {
  return tag.split(/[-_]/, 1)[0].toLowerCase();
}

/**
 * Cut a text into pieces of at most `limit` characters: after a comma or the like if one is in
 * the second half of a piece, else between words. Long utterances fall silent in Chrome.
 */
export function cutText(text, limit) {
  const pieces = [];
  let rest = text.replace(/\s+/g, " ").trim();
  while (rest.length > limit) {
    const end = findCut(rest.slice(0, limit + 1), limit);
    pieces.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return rest ? [...pieces, rest] : pieces;
}

function findCut(text, limit) {
  const afterPause = text.search(/[,;:–—.!?…)][^,;:–—.!?…)]*$/) + 1;
  if (afterPause > limit / 2 && afterPause <= limit && text[afterPause] === " ") {
    return afterPause;
  }
  const space = text.lastIndexOf(" ");
  return space > 0 ? space : limit;
}
