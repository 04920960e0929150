// `make bench`: measures the release build against its targets. Exits with 1 when one is missed.
//   node end2end/bench/run.mjs [--short | PART …]
import { PARTS, SHORT } from "./parts.mjs";
import { Report } from "./report.mjs";

const asked = process.argv.slice(2);
const names = asked.length === 0 ? Object.keys(PARTS) : asked[0] === "--short" ? SHORT : asked;
const unknown = names.filter((name) => !(name in PARTS));
if (unknown.length > 0) throw new Error(`no part is named ${unknown}; there are ${Object.keys(PARTS)}`);

const report = new Report();
for (const name of names) await PARTS[name](report);
console.log(`${report}\n\n${report.missed ? `${report.missed} of the targets are missed.` : "All targets are met."}`);
process.exitCode = report.missed ? 1 : 0;
