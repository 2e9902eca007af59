/* Reloads this page when a build has changed the site; shows the problems of one that failed. */
"use strict";

// A block, so that no name here can meet one of the site's own scripts.
{
  const shownVersion = document.currentScript.dataset.version;
  const banner = document.createElement("section");
  const problemList = document.createElement("pre");
  let events;

  const fillBanner = () => {
    banner.id = "preview-problems";
    banner.setAttribute("role", "alert");
    banner.lang = "vi";
    const heading = document.createElement("h2");
    heading.textContent =
      "Chưa dựng được, đây là bản trước — the build failed, this is the last good one";
    problemList.tabIndex = 0;
    banner.append(heading, problemList);
  };

  const loadStyles = () => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "/__reload.css";
    document.head.append(link);
  };

  const showProblems = (text) => {
    problemList.textContent = text;
    if (!banner.hasChildNodes()) {
      fillBanner();
      loadStyles();
    }
    document.body.prepend(banner);
  };

  const follow = ({ data }) => {
    const { version, problems } = JSON.parse(data);
    if (version !== shownVersion) location.reload();
    else if (problems) showProblems(problems);
    else banner.remove();
  };

  // A browser gives one host six connections, so a page in the background gives its own back.
  const listenWhileVisible = () => {
    events?.close();
    if (document.visibilityState !== "visible") return;
    events = new EventSource("/__reload");
    events.addEventListener("message", follow);
  };

  listenWhileVisible();
  document.addEventListener("visibilitychange", listenWhileVisible);
}
