// Photos that stand together under one caption, and tables: kept as the Markdown writes them.

import { PHOTO, readPhoto, withCurlyQuotes, writePhoto } from "./photo.js";

const GALLERY = new RegExp(
  String.raw`^(?<photos>${PHOTO}(?:\n${PHOTO})+)(?:\n[*_](?<caption>[^\n]+)[*_])?$`,
  "m",
);
const TABLE = /^(?<text>\|[^\n]+\|\n\|[-:| ]+\|(?:\n\|[^\n]*\|)*)$/m;

function readGallery({ groups: { photos, caption = "" } }) {
  return { photos: photos.split("\n").map(readPhoto), caption };
}

function writeGallery({ photos, caption }) {
  const lines = (photos ?? []).map(writePhoto).filter(Boolean);
  const text = withCurlyQuotes(caption ?? "").trim();
  return [...lines, ...(text ? [`*${text}*`] : [])].join("\n");
}

export const makeGallery = (photo) => ({
  id: "gallery",
  label: "Bộ ảnh",
  icon: "photo_library",
  fields: [
    { name: "photos", label: "Các ảnh", widget: "list", fields: photo.fields },
    { name: "caption", label: "Chú thích chung", widget: "string", required: false },
  ],
  pattern: GALLERY,
  fromBlock: readGallery,
  toBlock: writeGallery,
  toPreview: ({ photos }) => (photos ?? []).map(photo.toPreview).join(""),
});

const tidy = (text) => (text ?? "").split("\n").map((line) => line.trim()).filter(Boolean).join("\n");

const escapeHtml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export const table = {
  id: "table",
  label: "Bảng",
  icon: "table",
  fields: [
    {
      name: "text",
      label: "Bảng",
      widget: "text",
      default: "| Cột 1 | Cột 2 |\n|---|---|\n| ô | ô |",
      hint: "Mỗi hàng một dòng, các ô cách nhau bằng dấu |. Dòng thứ hai chỉ có dấu gạch.",
    },
  ],
  pattern: TABLE,
  fromBlock: ({ groups: { text } }) => ({ text }),
  toBlock: ({ text }) => tidy(text),
  toPreview: ({ text }) => `<pre>${escapeHtml(tidy(text))}</pre>`,
};
