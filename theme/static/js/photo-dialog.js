/**
 * Shows the photos of a page one by one, large: with their captions, by keys, buttons or swipes.
 *
 * Every photo is already a link to its largest derivative, which stays what a click with a
 * modifier, or a browser without `<dialog>`, gets. Esc and the way back of the focus are native.
 */

const SWIPE_PX = 48;
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

/** @param {HTMLDialogElement} root */
export function startPhotoDialog(root) {
  const links = [...document.querySelectorAll("a.photo__link")];
  if (typeof root.showModal !== "function" || links.length === 0) {
    return;
  }
  const part = (name) => root.querySelector(`[data-photo="${name}"]`);
  const stage = part("stage");
  let current = 0;

  function show(number) {
    current = (number + links.length) % links.length;
    const link = links[current];
    const thumbnail = link.querySelector("img");
    stage.replaceChildren(enlarge(link, thumbnail));
    part("caption").replaceChildren(...captionOf(link));
    part("counter").textContent = `${current + 1} / ${links.length}`;
    part("status").textContent = fill(root.dataset.status, {
      number: current + 1,
      total: links.length,
      text: thumbnail.alt,
    });
  }

  links.forEach((link, number) => {
    link.addEventListener("click", (event) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
        return;
      }
      event.preventDefault();
      // Safari gives a clicked link no focus, so there would be nothing to come back to.
      link.focus({ preventScroll: true });
      show(number);
      root.showModal();
    });
  });
  for (const [name, step] of [["previous", -1], ["next", 1]]) {
    part(name).hidden = links.length === 1;
    part(name).addEventListener("click", () => show(current + step));
  }
  part("counter").hidden = links.length === 1;
  root.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (step && !event.ctrlKey && !event.metaKey && !event.altKey && links.length > 1) {
      event.preventDefault();
      show(current + step);
    }
  });
  stage.addEventListener("click", (event) => {
    if (event.target === stage) {
      root.close();
    }
  });
  root.addEventListener("close", () => stage.replaceChildren());
  onSwipe(stage, (step) => links.length > 1 && show(current + step));
}

/** Return the large image; where its format is unknown, the one that the page shows. */
function enlarge(link, thumbnail) {
  const image = document.createElement("img");
  const tone = [...thumbnail.classList].find((name) => name.startsWith("tone-"));
  image.className = `photo-dialog__image ${tone ?? ""}`;
  image.alt = thumbnail.alt;
  image.width = Number(link.dataset.width);
  image.height = Number(link.dataset.height);
  image.draggable = false;
  image.addEventListener("error", () => { image.src = thumbnail.src; }, { once: true });
  image.src = link.href;
  return image;
}

/** Return a copy of a photo's caption, or of its gallery's where it has none of its own. */
function captionOf(link) {
  for (let figure = link.closest("figure"); figure; figure = figure.parentElement.closest("figure")) {
    const caption = figure.querySelector(":scope > figcaption");
    if (caption) {
      const copy = caption.cloneNode(true);
      copy.querySelectorAll("sup").forEach((note) => note.remove());
      copy.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
      return copy.childNodes;
    }
  }
  return [];
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Call `move` with 1 or -1 for a swipe along the line; not while the reader has zoomed in. */
function onSwipe(element, move) {
  let start = null;
  element.addEventListener("pointerdown", (event) => {
    start = event.isPrimary && event.pointerType !== "mouse" ? event : null;
  });
  element.addEventListener("pointercancel", () => { start = null; });
  element.addEventListener("pointerup", (event) => {
    const isZoomed = (window.visualViewport?.scale ?? 1) > 1.05;
    if (!start || !event.isPrimary || isZoomed) {
      return;
    }
    const across = event.clientX - start.clientX;
    const along = event.clientY - start.clientY;
    start = null;
    if (Math.abs(across) > SWIPE_PX && Math.abs(across) > 2 * Math.abs(along)) {
      move(across < 0 ? 1 : -1);
    }
  });
}
