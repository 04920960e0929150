// `npm run build -- FOLDER`: what only staff get beside the client, and its compressed copies.
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { minify } from "terser";
import { options } from "./bundle.mjs";

const MOST_KB = 100;
const folder = process.argv[2];
if (!folder) {
  console.error("Say which folder: npm run build -- ../../target/editor");
  process.exit(2);
}

const { outputFiles } = await build(options);
const bytes = { editor: 0, rooms: 0 };
await mkdir(folder, { recursive: true });
for (const { path, text } of outputFiles) {
  const file = join(folder, basename(path));
  const contents = path.endsWith(".js") ? await smallest(text) : Buffer.from(text);
  const brotli = brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: contents.length } });
  bytes[basename(path).startsWith("guldkorn-editor.") ? "editor" : "rooms"] += brotli.length;
  await writeFile(`${file}.br`, brotli);
  await writeFile(`${file}.gz`, gzipSync(contents, { level: 9 }));
  await writeFile(file, contents);
}

const kB = (count) => (count / 1000).toFixed(1);
console.log(`The text editor: ${kB(bytes.editor)} kB brotli, script and style. The style of the staff's rooms: ${kB(bytes.rooms)} kB.`);
if (bytes.editor > MOST_KB * 1000) {
  console.error(`The editor is more than ${MOST_KB} kB.`);
  process.exit(1);
}

/** esbuild puts together, terser makes small: 4 % less on the way. Nothing here is made only
 * for what its making does. */
async function smallest(code) {
  const compress = { passes: 2, pure_new: true };
  const made = await minify(code, { module: true, ecma: 2022, compress });
  return Buffer.from(made.code);
}
