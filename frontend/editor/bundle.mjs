// How the bundle is made: the editor's module and style sheet, and the style sheet of the staff's rooms, named so that the
// site can serve them from itself.
import { join } from "node:path";

const here = import.meta.dirname;
const INSTEAD = {
  entities: "entities.js",
  "linkify-it": "linkify.js",
  mdurl: "addresses.js",
  "punycode.js": "addresses.js",
  "uc.micro": "letters.js",
};

// Parts of the Markdown reader that find and improve words, which it is told not to do.
const leftOut = {
  name: "left out",
  setup: ({ onLoad }) =>
    onLoad({ filter: /markdown-it\/lib\/(rules_core\/(smartquotes|replacements|linkify)|rules_inline\/linkify)\.mjs$/ }, () => ({
      contents: "export default () => false;",
    })),
};

/** What esbuild is told. */
export const options = {
  entryPoints: [
    { in: join(here, "src/page.js"), out: "guldkorn-editor" },
    { in: join(here, "src/guldkorn-editor.css"), out: "guldkorn-editor" },
    { in: join(here, "../../style/admin/main.css"), out: "guldkorn-admin" },
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
  // What the Markdown reader brings along and a browser has already, or we have no use for.
  plugins: [leftOut],
  alias: Object.fromEntries(Object.entries(INSTEAD).map(([name, file]) => [name, join(here, "src/instead", file)])),
};
