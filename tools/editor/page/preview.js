// The article as the site's own page shows it: title, lead and text in the theme's classes.

export function makePreview(h) {
  return ({ entry, widgetFor }) => {
    const text = (name) => entry.getIn(["data", name]) ?? "";
    return h(
      "main",
      { className: "article-layout", lang: "vi" },
      h(
        "article",
        { className: "article" },
        h("h1", { className: "article__title" }, text("title")),
        h("p", { className: "article__lead" }, text("summary")),
        h("div", { className: "prose" }, widgetFor("body")),
      ),
    );
  };
}
