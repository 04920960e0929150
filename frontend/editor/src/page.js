// Entry point of the bundle: mounts the editor on each `<textarea data-editor>` and enhances each
// `<div data-picture-field>`, also those that come later, since the site changes pages without loading a document.
import { addPicture } from "./dialog/add-picture.js";
import { mount } from "./editor.js";
import { enhance } from "./picture-field/index.js";
import { smaller } from "./upload/smaller.js";

export { mount };

// The library's page sends pictures by itself (app/src/admin/picture_uploads).
globalThis.guldkornSmaller = smaller;

const ENHANCERS = [
  ["textarea[data-editor]", (textarea) => mount(textarea, { onPicture: addPicture })],
  ["[data-picture-field]", enhance],
];
const mounted = new Map();

function update() {
  for (const [selector, enhanceOne] of ENHANCERS) {
    for (const found of document.querySelectorAll(selector)) if (!mounted.has(found)) mounted.set(found, enhanceOne(found));
  }
  for (const [gone, { destroy }] of mounted) {
    if (gone.isConnected) continue;
    mounted.delete(gone);
    destroy();
  }
}

update();
new MutationObserver(update).observe(document.body, { childList: true, subtree: true });
