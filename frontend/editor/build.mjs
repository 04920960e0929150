// `npm run build -- FOLDER`: one module and one style sheet, named so that the site can serve them from itself.
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const MOST_KB = 100;
const INSTEAD = {
  entities: "entities.js",
  "linkify-it": "linkify.js",
  mdurl: "addresses.js",
  "punycode.js": "addresses.js",
  "uc.micro": "letters.js",
};
const here = import.meta.dirname;
const folder = process.argv[2];
if (!folder) {
  console.error("Say which folder: npm run build -- ../../target/editor");
  process.exit(2);
}

await mkdir(folder, { recursive: true });
const module = join(folder, "guldkorn-editor.js");
await build({
  entryPoints: [join(here, "src/index.js")],
  outfile: module,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "eof",
  charset: "utf8",
  // What the Markdown reader brings along and a browser has already, or we have no use for.
  alias: Object.fromEntries(Object.entries(INSTEAD).map(([name, file]) => [name, join(here, "src/instead", file)])),
});
await copyFile(join(here, "src/guldkorn-editor.css"), join(folder, "guldkorn-editor.css"));

const kB = brotliCompressSync(await readFile(module)).length / 1000;
console.log(`guldkorn-editor.js: ${kB.toFixed(1)} kB brotli`);
if (kB > MOST_KB) {
  console.error(`That is more than ${MOST_KB} kB.`);
  process.exit(1);
}
