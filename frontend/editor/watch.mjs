// `node watch.mjs FOLDER`: the editor and the style of the staff's rooms, put beside a client that is being built, and anew whenever it changes.
//
// It comes before the client gets its hashed names, so cargo-leptos gives it such a name, too: what is put there later
// goes under whatever name the files have by then.
import { existsSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, join, parse } from "node:path";
import { context } from "esbuild";
import { options } from "./bundle.mjs";

const LOOK_MS = 200;
const folder = process.argv[2];
let files = [];

/** Whether a name is that of one of our files, with or without a hash in it. */
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
      if (!isFirst) console.log("The staff's files are built anew: reload the page without its cache (Ctrl+Shift+R).");
    }),
};
const watching = await context({ ...options, logLevel: "warning", plugins: [...options.plugins, built] });
await watching.watch();
setInterval(() => put(false), LOOK_MS);
