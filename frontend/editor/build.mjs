// `npm run build -- FOLDER`: builds the staff's scripts and the style sheets beside main.css, with compressed copies.
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { minify } from "terser";
import { options } from "./bundle.mjs";

const MAX_KB = 100;
const folder = process.argv[2];
if (!folder) {
  console.error("Say which folder: npm run build -- ../../target/editor");
  process.exit(2);
}

const { outputFiles, warnings } = await build(options);
if (warnings.length > 0) {
  console.error("What is warned of above is a mistake: mend it.");
  process.exit(1);
}
const bytes = {};
await mkdir(folder, { recursive: true });
for (const { path, text } of outputFiles) {
  const file = join(folder, basename(path));
  const contents = path.endsWith(".js") ? await minified(text) : Buffer.from(text);
  const brotli = brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: contents.length } });
  const what = basename(path).match(/-(\w+)\./)[1];
  bytes[what] = (bytes[what] ?? 0) + brotli.length;
  await writeFile(`${file}.br`, brotli);
  await writeFile(`${file}.gz`, gzipSync(contents, { level: 9 }));
  await writeFile(file, contents);
}

const kB = (count) => (count / 1000).toFixed(1);
const { editor, staff, board, page, takeover, aloud, ...sheets } = bytes;
const others = Object.entries(sheets).map(([sheet, count]) => `${sheet} ${kB(count)} kB`);
console.log(`The text editor: ${kB(editor)} kB brotli, script and style; of other staff pages ${kB(staff)} kB, of the board ${kB(board)} kB; of every page ${kB(page)} kB, of those with the client ${kB(takeover)} kB more, where a text is read aloud ${kB(aloud)} kB. Style sheets: ${others.join(", ")}.`);
if (bytes.editor > MAX_KB * 1000) {
  console.error(`The editor is more than ${MAX_KB} kB.`);
  process.exit(1);
}

/** Minifies esbuild's output further with terser: 4 % less over the network. `pure_new` drops objects that are created
 * but not used: no constructor here has side effects. */
async function minified(code) {
  const compress = { passes: 2, pure_new: true };
  const result = await minify(code, { module: true, ecma: 2022, compress });
  return Buffer.from(result.code);
}
