/* Runs before anything is drawn: no page flashes in another theme or text size. The menu is folded
   by `data-js`, so it is unfolded here too, where a main.js that never comes cannot keep it shut. */
(function (page) {
  var root = page.documentElement, theme, size;
  root.setAttribute("data-js", "");
  page.addEventListener("click", function (event) {
    var button = event.target.closest(".menu-toggle");
    if (button) button.setAttribute("aria-expanded", button.getAttribute("aria-expanded") !== "true");
  });
  try {
    theme = localStorage.getItem("theme");
    size = localStorage.getItem("text-size");
  } catch (error) { return; }
  if (/^(-1|[1-5])$/.test(size)) root.setAttribute("data-text-size", size);
  if (theme !== "dark" && theme !== "light") return;
  root.setAttribute("data-theme", theme);
  page.querySelectorAll("meta[name=color-scheme]").forEach(function (meta) { meta.content = theme; });
  page.querySelectorAll("meta[data-scheme]").forEach(function (meta) {
    meta.media = meta.dataset.scheme === theme ? "all" : "not all";
  });
})(document);
