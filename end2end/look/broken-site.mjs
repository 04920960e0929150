// A site that fails on purpose.
import { openSync, statSync, writeSync, closeSync } from "node:fs";
import { join } from "node:path";

/** Overwrites a site's database under its feet, so that every page that is not cached answers 500. */
export function breakDatabase({ folder }) {
  const path = join(folder, "guldkorn.db");
  const { size } = statSync(path);
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(size, 0x2e), 0, size, 0);
  closeSync(file);
}
