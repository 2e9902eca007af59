// A photo with its description and caption, as the site's Markdown writes them.

// A file's name with spaces stands in "<…>".
export const PHOTO = String.raw`!\[[^\]\n]*\]\((?:<[^<>\n]+>|[^\s<>)]+)(?:\s+"[^\n]*")?\)`;
const PATTERN = new RegExp(`^${PHOTO}$`, "m");
const PARTS = /^!\[(?<alt>[^\]\n]*)\]\((?<src><[^<>\n]+>|[^\s<>)]+)(?:\s+"(?<caption>[^\n]*)")?\)$/;

const withoutBrackets = (text) => text.replaceAll("[", "(").replaceAll("]", ")");

// A straight quote would end the caption.
export const withCurlyQuotes = (text) => text.replaceAll(/"([^"]*)"/g, "“$1”").replaceAll('"', "”");

const oneLine = (text) => (text ?? "").replaceAll(/\s+/g, " ").trim();

export function writePhoto({ src, alt, caption }) {
  if (!src) return "";
  const title = withCurlyQuotes(oneLine(caption));
  const target = /[\s()]/.test(src) ? `<${src}>` : src;
  return `![${withoutBrackets(oneLine(alt))}](${target}${title ? ` "${title}"` : ""})`;
}

export function readPhoto(line) {
  const { alt, src, caption = "" } = PARTS.exec(line).groups;
  return { alt, src: src.replaceAll(/[<>]/g, ""), caption };
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
  fromBlock: ([line]) => readPhoto(line),
  toBlock: writePhoto,
  toPreview: previewPhoto,
};
