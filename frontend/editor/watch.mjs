// `node watch.mjs FOLDER`: the bundle, put beside a client that is being built, and anew whenever it changes.
//
// It comes before the client gets its hashed names, so cargo-leptos gives it such a name, too: what is put there later
// goes under whatever name the files have by then.
import { existsSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { context } from "esbuild";
import { options } from "./bundle.mjs";

const LOOK_MS = 200;
const folder = process.argv[2];
let files = [];

const isOurs = (name, ending) => name.startsWith("guldkorn-editor.") && name.endsWith(ending);

async function put(isNew) {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder);
  for (const { path, contents } of files) {
    const found = names.filter((name) => isOurs(name, extname(path)));
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
      if (!isFirst) console.log("The text editor is built anew: reload the page without its cache (Ctrl+Shift+R).");
    }),
};
const watching = await context({ ...options, logLevel: "warning", plugins: [...options.plugins, built] });
await watching.watch();
setInterval(() => put(false), LOOK_MS);
