// Entry point of the editor's bundle: mounts the editor on each `<textarea data-editor>`, and enhances the fields of a
// text's title and its own picture.
import { addPicture } from "./dialog/add-picture.js";
import { mount } from "./editor.js";
import { enhanceAll } from "./enhance.js";
import { libraryDialog } from "./library/load.js";
import { enhance } from "./picture-field/index.js";
import { enhanceTitle } from "./title.js";

export { mount };

enhanceAll([
  [
    "textarea[data-editor]",
    (textarea) => mount(textarea, { onPicture: addPicture, onLibrary: libraryDialog("addFromLibrary") }),
  ],
  ["[data-picture-field]", enhance],
  [".words .title input", enhanceTitle],
]);
