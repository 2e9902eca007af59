/** Copies the page's permanent address; where the browser refuses, shows it selected instead. */

/** @param {HTMLElement} root */
export function startCopyLink(root) {
  const status = root.querySelector("[role=status]");
  // A build for this machine has no host in its addresses.
  const url = new URL(root.dataset.url, location.href).href;

  root.querySelector("button").addEventListener("click", async () => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(url);
      status.textContent = root.dataset.copied;
    } catch {
      showSelected(status, root.dataset.refused, url);
    }
  });
  root.hidden = false;
}

/** Show a text with the address in its place {url}, which is then selected. */
function showSelected(status, text, url) {
  const address = document.createElement("span");
  address.textContent = url;
  const [before, after] = text.split("{url}");
  status.replaceChildren(before, address, after);
  getSelection().selectAllChildren(address);
}
