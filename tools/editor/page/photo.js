// A photo with its description and caption, as the site's Markdown writes them.

const PATTERN = /^!\[(?<alt>[^\]\n]*)\]\(<?(?<src>[^\s<>)]+)>?(?:\s+"(?<caption>[^\n]*)")?\)$/m;

const withoutBrackets = (text) => text.replaceAll("[", "(").replaceAll("]", ")");

// A straight quote would end the caption.
export const withCurlyQuotes = (text) => text.replaceAll(/"([^"]*)"/g, "“$1”").replaceAll('"', "”");

const oneLine = (text) => (text ?? "").replaceAll(/\s+/g, " ").trim();

export function writePhoto({ src, alt, caption }) {
  if (!src) return "";
  const title = withCurlyQuotes(oneLine(caption));
  return `![${withoutBrackets(oneLine(alt))}](${src}${title ? ` "${title}"` : ""})`;
}

export function readPhoto(match) {
  const { alt, src, caption = "" } = match.groups;
  return { alt, src, caption };
}

const escapeHtml = (text) =>
  (text ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function previewPhoto({ src, alt, caption }) {
  const under = caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : "";
  return `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">${under}</figure>`;
}

export const photo = {
  id: "photo",
  label: "Ảnh có chú thích",
  icon: "add_photo_alternate",
  fields: [
    { name: "src", label: "Tệp ảnh", widget: "image", required: true, choose_url: false },
    {
      name: "alt",
      label: "Mô tả ảnh",
      widget: "string",
      required: true,
      hint: "Ảnh có gì, cho người không nhìn thấy.",
    },
    {
      name: "caption",
      label: "Chú thích",
      widget: "string",
      required: false,
      hint: "Ai, việc gì, ở đâu. Ảnh: tên người chụp.",
    },
  ],
  pattern: PATTERN,
  fromBlock: readPhoto,
  toBlock: writePhoto,
  toPreview: previewPhoto,
};
