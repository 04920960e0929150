// What every page does by itself, in one file that browsers keep: see page_script.rs. What somebody may need most comes first.
import "../safety/leave.js";
import "../layout/network.js";
import "../layout/theme_switch.js";
import "../layout/easy_read.js";
import "../recordings/aloud/offer.js";
import "./loader.js";
