// The editing page: Sveltia CMS, our photo block, and the site's own look in the preview.
import CMS from "@sveltia/cms";
import { makeGallery, table } from "./gallery.js";
import { photo } from "./photo.js";
import { makePreview } from "./preview.js";

// Galleries before single photos: the first pattern that fits takes the lines.
for (const component of [makeGallery(photo), photo, table]) {
  CMS.registerEditorComponent(component);
}
CMS.registerPreviewStyle("theme/css/site.css");
CMS.registerPreviewStyle("body { padding: 1rem }", { raw: true });
// The library leaves React's `createElement` here, for what draws previews.
const preview = makePreview(window.h);
for (const collection of ["articles", "articles-en", "pages"]) {
  CMS.registerPreviewTemplate(collection, preview);
}
CMS.init();
