// Every article's template and address: the day by the office's clock, then the file's name.

const HOURS_EAST_MS = 7 * 3600 * 1000;

export default {
  layout: "article.njk",
  permalink: ({ page }) => {
    const day = new Date(page.date.getTime() + HOURS_EAST_MS).toISOString().slice(0, 10);
    return `/${day.replaceAll("-", "/")}/${page.fileSlug}/`;
  },
};
