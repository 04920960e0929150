// `node watch.mjs FOLDER`: builds the editor and the style sheets of bundle.mjs beside a client that is being built, and again after each change.
//
// The first build is there before cargo-leptos puts a hash into the names of all files; later builds overwrite the files
// under the names that they have by then.
import { existsSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, join, parse } from "node:path";
import { context } from "esbuild";
import { options } from "./bundle.mjs";

const POLL_MS = 200;
const folder = process.argv[2];
let files = [];

/** Whether a file name is that of a built file, with or without a hash. */
const isOf = (path) => {
  const { name: stem, ext } = parse(path);
  return (name) => name.startsWith(`${stem}.`) && name.endsWith(ext);
};

async function put(isNew) {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder);
  for (const { path, contents } of files) {
    const found = names.filter(isOf(path));
    const places = found.length ? (isNew ? found : []) : [basename(path)];
    for (const name of places) await writeFile(join(folder, name), contents);
  }
}

const built = {
  name: "built",
  setup: ({ onEnd }) =>
    onEnd(async ({ outputFiles, errors }) => {
      if (errors.length) return;
      const isFirst = files.length === 0;
      files = outputFiles;
      await put(true);
      if (!isFirst) console.log("The staff's files are rebuilt: reload the page without its cache (Ctrl+Shift+R).");
    }),
};
const watching = await context({ ...options, logLevel: "warning", plugins: [...options.plugins, built] });
await watching.watch();
setInterval(() => put(false), POLL_MS);
