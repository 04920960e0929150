// What the machine must have for its faults to be made, and a small disk of memory, which can be filled and freed without
// touching the machine's own. That needs a mount namespace: root may make one, and most Linux machines let everybody.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const INSIDE = "GULDKORN_IN_NAMESPACE";

/** Returns whether a program is installed. */
export const has = (program) => !spawnSync(program, ["--version"]).error;

/** Returns whether this process may mount; runs the script once more in a namespace where it may. */
export function enterNamespace() {
  if (process.env[INSIDE]) return true;
  const flags = process.getuid?.() === 0 ? ["-m"] : ["-r", "-m"];
  const mount = ["mount", "-t", "tmpfs", "tmpfs", tmpdir()];
  if (process.platform !== "linux" || spawnSync("unshare", [...flags, ...mount]).status !== 0) return false;
  const environment = { ...process.env, [INSIDE]: "1" };
  const { status } = spawnSync("unshare", [...flags, process.execPath, process.argv[1]], { env: environment, stdio: "inherit" });
  process.exit(status ?? 1);
}

export class SmallDisk {
  constructor(megabytes) {
    this.path = mkdtempSync(join(tmpdir(), "guldkorn-"));
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", this.path]);
    if (mounted.status !== 0) throw new Error(`no disk could be mounted: ${mounted.stderr}`);
  }

  /** Fills it to the last block. */
  fill() {
    for (const bytes of [1024 * 1024, 4096]) {
      try {
        for (;;) writeFileSync(join(this.path, "fyllt"), Buffer.alloc(bytes), { flag: "a" });
      } catch (problem) {
        if (problem.code !== "ENOSPC") throw problem;
      }
    }
  }

  free() {
    rmSync(join(this.path, "fyllt"));
  }

  remove() {
    spawnSync("umount", ["-l", this.path]);
    rmSync(this.path, { recursive: true, force: true });
  }
}
