// Eleventy as its manual shows it; neighbours and listings are found in one pass over all articles.

import { readFileSync } from "node:fs";

const PER_PAGE = 20;
const HOURS_EAST_MS = 7 * 3600 * 1000;
const ARTICLES = "content/bai/**/*.md";
const office = JSON.parse(readFileSync("content/_data/office.json", "utf8"));

// The office's wall clock, whatever the machine's is.
const local = (moment) => new Date(moment.getTime() + HOURS_EAST_MS).toISOString();
const shortDate = (moment) => local(moment).slice(0, 10).split("-").reverse().join("/");
const isoDate = (moment) => `${local(moment).slice(0, 19)}+07:00`;

// A class, because Eleventy copies plain objects that are paginated, with all that they hold.
class Listing {
  constructor(fields) {
    Object.assign(this, fields);
  }
}

function group(articles, keysOf) {
  const groups = new Map();
  for (const article of articles) {
    for (const key of keysOf(article)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(article);
    }
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}

function* cut(url, heading, articles, category) {
  const last = Math.max(1, Math.ceil(articles.length / PER_PAGE));
  const urlOf = (number) => (number === 1 ? url : `${url}trang/${number}/`);
  for (let number = 1; number <= last; number += 1) {
    yield new Listing({
      url: urlOf(number),
      heading,
      category,
      number,
      last,
      total: articles.length,
      previous: number > 1 ? urlOf(number - 1) : null,
      next: number < last ? urlOf(number + 1) : null,
      articles: articles.slice((number - 1) * PER_PAGE, number * PER_PAGE),
    });
  }
}

const yearOf = (article) => local(article.date).slice(0, 4);
const monthOf = (article) => local(article.date).slice(0, 7);
const byCategory = (articles) => group(articles, (article) => [article.data.category]);
const byTag = (articles) => group(articles, (article) => article.data.tags);
const byYear = (articles) => group(articles, (article) => [yearOf(article)]);
const byMonth = (articles) => group(articles, (article) => [monthOf(article)]);
const monthTitle = (month) => `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;

function* list(articles) {
  for (const [slug, chosen] of byCategory(articles)) {
    yield* cut(`/chuyen-muc/${slug}/`, office.categories[slug], chosen, slug);
  }
  for (const [slug, chosen] of byTag(articles)) {
    yield* cut(`/the/${slug}/`, office.tags[slug], chosen);
  }
  for (const [year, chosen] of byYear(articles)) yield* cut(`/${year}/`, `Năm ${year}`, chosen);
  for (const [month, chosen] of byMonth(articles)) {
    yield* cut(`/${month.replace("-", "/")}/`, monthTitle(month), chosen);
  }
}

function feeds(articles) {
  const whole = { url: "/feeds/atom.xml", title: office.name, page: "/", articles };
  const parts = byCategory(articles).map(([slug, chosen]) => ({
    url: `/feeds/${slug}.atom.xml`,
    title: office.categories[slug],
    page: `/chuyen-muc/${slug}/`,
    articles: chosen,
  }));
  return [whole, ...parts].map(
    (feed) => new Listing({ ...feed, articles: feed.articles.slice(0, PER_PAGE) }),
  );
}

function years(articles) {
  const months = byMonth(articles);
  return byYear(articles)
    .reverse()
    .map(([year, chosen]) => ({
      year,
      count: chosen.length,
      months: months
        .filter(([month]) => month.startsWith(year))
        .map(([month, some]) => ({
          url: `/${month.replace("-", "/")}/`,
          title: monthTitle(month),
          count: some.length,
        })),
    }));
}

export default function configure(config) {
  let neighbours = new Map();
  const newestFirst = (collection) => collection.getFilteredByGlob(ARTICLES).reverse();

  config.addPassthroughCopy("css");
  config.addFilter("shortDate", shortDate);
  config.addFilter("isoDate", isoDate);
  config.addFilter("neighboursOf", (path) => neighbours.get(path) ?? {});
  config.addCollection("newest", (collection) => {
    const articles = newestFirst(collection);
    neighbours = new Map(
      articles.map((article, at) => [
        article.inputPath,
        { newer: articles[at - 1], older: articles[at + 1] },
      ]),
    );
    return articles.slice(0, 7);
  });
  config.addCollection("listings", (collection) => [...list(newestFirst(collection))]);
  config.addCollection("feeds", (collection) => feeds(newestFirst(collection)));
  config.addCollection("years", (collection) => years(newestFirst(collection)));
  config.addCollection("sections", (collection) => {
    const chosen = new Map(byCategory(newestFirst(collection)));
    return office.menu.map((entry) => ({
      ...entry,
      articles: (chosen.get(entry.slug) ?? []).slice(0, 4),
    }));
  });
  return {
    dir: { input: "content", output: "output" },
    // Bodies are Markdown and no templates: one step less for every article.
    markdownTemplateEngine: false,
  };
}
