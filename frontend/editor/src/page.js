// Entry point of the bundle: mounts the editor on each `<textarea data-editor>` and enhances each
// `<div data-picture-field>`, also those that come later, since the site changes pages without loading a document.
import { addPicture } from "./dialog/add-picture.js";
import { mount } from "./editor.js";
import { enhance } from "./picture-field/index.js";

export { mount };

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
