// A site that fails on purpose.
import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Overwrites a site's database under its feet, so that every page that is not cached answers 500. */
export function breakDatabase({ folder }) {
  const files = ["guldkorn.db", "guldkorn.db-wal"].map((name) => join(folder, name)).filter(existsSync);
  // In place, since the server has the files open.
  for (const file of files) writeFileSync(file, Buffer.alloc(statSync(file).size, "."), { flag: "r+" });
}
