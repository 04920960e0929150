// Entry point of the bundle for the staff's other pages: what their forms can do beyond sending them. A page that wants it
// says so with `data-staff-script` (app/src/admin/staff_script.rs). It has no style sheet of its own: that is style/admin.
import { enhanceComments } from "./comments.js";
import { enhanceCropper } from "./cropper/index.js";
import { enhanceAll } from "./enhance.js";
import { enhanceProgress } from "./progress.js";
import { enhanceRecording } from "./recording.js";
import { enhanceRehearsal } from "./rehearsal/index.js";
import { enhanceScene } from "./scene/index.js";
import { smaller } from "./upload/smaller.js";

export { addFromLibrary } from "./dialog/library-picture.js";
export { choosePicture } from "./library/choose.js";

// The library's page sends pictures by itself (app/src/admin/picture_uploads).
globalThis.guldkornSmaller = smaller;

enhanceAll([
  ["[data-comments]", enhanceComments],
  ["[data-cropper]", enhanceCropper],
  ["[data-progress]", enhanceProgress],
  ["[data-recording]", enhanceRecording],
  ["[data-rehearsal]", enhanceRehearsal],
  ["[data-scene-places]", enhanceScene],
]);
