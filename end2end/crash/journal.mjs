// Reads what `recorder.c` has written.
import { readFile } from "node:fs/promises";

const KINDS = [, "create", "write", "truncate", "sync", "makeFolder", "remove", "rename"];
const HEADER = 48;

/** Returns the records of a journal in order, each with where it ends in the file. */
export async function readJournal(file) {
  const bytes = await readFile(file);
  const records = [];
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const [kind, name, otherName, data] = [0, 4, 8, 12].map((offset) => bytes.readUInt32LE(at + offset));
    const [inode, folder, otherFolder, offset] = [16, 24, 32, 40].map((from) => Number(bytes.readBigUInt64LE(at + from)));
    let from = at + HEADER;
    const take = (length) => bytes.subarray(from, (from += length));
    const [nameBytes, otherBytes, dataBytes] = [take(name), take(otherName), take(data)];
    // The process that is killed at the end may leave half a record.
    if (from > bytes.length) break;
    const names = { name: nameBytes.toString(), otherName: otherBytes.toString() };
    records.push({ kind: KINDS[kind], inode, folder, otherFolder, offset, ...names, data: dataBytes, end: from });
    at = from;
  }
  return records;
}
