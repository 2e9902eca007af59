/** A result as a card like those of listings; made of nodes, since texts must never become code. */

import { cutExcerpt, markWords } from "./search-excerpt.js";

/** Return the list item of a loaded result. @param {string[]} words */
export function makeCard(shown, words, lang) {
  const item = make("li", "search__result");
  const card = make("article", `card card--row${shown.photo ? "" : " card--plain"}`);
  const text = make("div", "card__text");
  text.append(makeTitle(shown, words), makeFacts(shown, lang), makeExcerpt(shown, words));
  card.append(text);
  if (shown.photo) {
    card.append(makePhoto(shown));
  }
  item.append(card);
  return item;
}

function makeTitle(shown, words) {
  const heading = make("h2", "card__title");
  const link = make("a", "card__link");
  link.href = shown.url;
  link.append(...nodesOf(markWords(shown.title, words)));
  heading.append(link);
  return heading;
}

function makeFacts(shown, lang) {
  const facts = make("p", "card__meta");
  if (shown.date) {
    const time = make("time");
    time.dateTime = shown.date;
    time.textContent = tellDate(shown.date, lang);
    facts.append(time);
  }
  if (shown.category) {
    const category = make("span", "card__category");
    category.textContent = shown.category;
    facts.append(category);
  }
  return facts;
}

/** Return "20/01/2021", in English "20 January 2021": the day is the office's, in any time zone. */
function tellDate(date, lang) {
  const [year, month, day] = date.slice(0, 10).split("-");
  if (lang === "vi") {
    return `${day}/${month}/${year}`;
  }
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(moment);
}

function makeExcerpt(shown, words) {
  const excerpt = make("p", "card__summary");
  excerpt.append(...nodesOf(cutExcerpt(shown.text, words)));
  return excerpt;
}

function makePhoto(shown) {
  const frame = make("div", "card__photo");
  const photo = make("img", `photo__image tone-${Number(shown.tone)}`);
  photo.alt = "";
  photo.loading = "lazy";
  photo.width = Number(shown.width);
  photo.height = Number(shown.height);
  photo.src = shown.photo;
  frame.append(photo);
  return frame;
}

function nodesOf(pieces) {
  return pieces.map(({ text, isMarked }) => {
    const node = isMarked ? make("mark") : document.createTextNode(text);
    node.textContent = text;
    return node;
  });
}

function make(name, className = "") {
  const element = document.createElement(name);
  if (className) {
    element.className = className;
  }
  return element;
}
