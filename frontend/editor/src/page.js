// What a page loads: puts the editor in place of each `<textarea data-editor>`, and makes more of each
// `<div data-picture-field>`. Also of those that come later, since the site goes from page to page by itself.
import { addPicture } from "./dialog/upload.js";
import { mount } from "./index.js";
import { enhance } from "./lead/index.js";

export { mount };

const WANTED = [
  ["textarea[data-editor]", (textarea) => mount(textarea, { onPicture: addPicture })],
  ["[data-picture-field]", enhance],
];
const made = new Map();

function look() {
  for (const [selector, make] of WANTED) {
    for (const found of document.querySelectorAll(selector)) if (!made.has(found)) made.set(found, make(found));
  }
  for (const [gone, { destroy }] of made) {
    if (gone.isConnected) continue;
    made.delete(gone);
    destroy();
  }
}

look();
new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
