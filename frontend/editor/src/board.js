// Entry point of the bundle for the board alone (app/src/admin/board). It has no style sheet of its own: that is style/admin.
import { enhanceBoard } from "./board/index.js";
import { enhanceAll } from "./enhance.js";

enhanceAll([["[data-board]", enhanceBoard]]);
