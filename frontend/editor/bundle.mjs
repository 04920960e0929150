// Options of the bundles: the editor's module and style sheet, the modules of the staff's other pages and of the board, the script of every page,
// what hands a page to the client, what reads a text aloud, and the site's style sheets beside main.css, under the names that the server looks for.
import { join } from "node:path";

const here = import.meta.dirname;
/** The style sheets of pages that are not all. */
const SHEETS = ["calendar", "town", "scenes", "teasers", "highlights", "card", "reading", "languages", "embed"];
const STUBS = {
  entities: "entities.js",
  "linkify-it": "linkify.js",
  mdurl: "urls.js",
  "punycode.js": "urls.js",
  "uc.micro": "unicode.js",
};

// Rules of the Markdown parser that are switched off anyway.
const unusedRules = {
  name: "unused rules",
  setup: ({ onLoad }) =>
    onLoad({ filter: /markdown-it\/lib\/(rules_core\/(smartquotes|replacements|linkify)|rules_inline\/linkify)\.mjs$/ }, () => ({
      contents: "export default () => false;",
    })),
};

/** The options of esbuild. */
export const options = {
  entryPoints: [
    { in: join(here, "src/page.js"), out: "guldkorn-editor" },
    { in: join(here, "src/guldkorn-editor.css"), out: "guldkorn-editor" },
    { in: join(here, "src/staff.js"), out: "guldkorn-staff" },
    { in: join(here, "src/board.js"), out: "guldkorn-board" },
    { in: join(here, "../../app/src/shell/page.js"), out: "guldkorn-page" },
    { in: join(here, "../../app/src/shell/take_over.js"), out: "guldkorn-takeover" },
    { in: join(here, "../../app/src/recordings/aloud/reading.js"), out: "guldkorn-aloud" },
    { in: join(here, "../../style/admin/main.css"), out: "guldkorn-admin" },
    ...SHEETS.map((sheet) => ({ in: join(here, `../../style/${sheet}.css`), out: `guldkorn-${sheet}` })),
  ],
  outdir: join(here, "bundle"),
  write: false,
  bundle: true,
  format: "esm",
  // The same browsers as the site's style (Cargo.toml).
  target: ["safari15.4", "ios15.4", "chrome105", "firefox121"],
  minify: true,
  legalComments: "eof",
  charset: "utf8",
  // The site's own files keep their addresses, and a script finds what it loads later beside itself.
  external: ["/*.svg", "./guldkorn-*.js"],
  // Dependencies of the Markdown parser that a browser has built in, or that are not used here.
  plugins: [unusedRules],
  alias: Object.fromEntries(Object.entries(STUBS).map(([name, file]) => [name, join(here, "src/stubs", file)])),
};
