// A disk as it may be after a power cut: what was synced is there; what was not may be missing, there, or there in part.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const BLOCK = 4096;

/** What becomes of that which was not synced. */
export const FATES = ["dropped", "kept", "in part"];

/** A file: what is safe, and the writes and truncations since. */
class File {
  safe = Buffer.alloc(0);
  unsafe = [];

  sync() {
    this.safe = this.#with(this.unsafe);
    this.unsafe = [];
  }

  /** Returns the bytes that are found after a cut. In part: each block of each write for itself. */
  after(fate, random) {
    if (fate === "dropped") return this.safe;
    if (fate === "kept") return this.#with(this.unsafe);
    return this.#with(this.unsafe.flatMap((change) => blocks(change)).filter(() => random.chance(0.5)));
  }

  #with(changes) {
    let end = this.safe.length;
    let most = end;
    for (const { offset, data } of changes) {
      end = data ? Math.max(end, offset + data.length) : offset;
      most = Math.max(most, end);
    }
    const bytes = Buffer.alloc(most);
    this.safe.copy(bytes);
    let length = this.safe.length;
    for (const { offset, data } of changes) {
      if (data) {
        data.copy(bytes, offset);
        length = Math.max(length, offset + data.length);
      } else {
        bytes.fill(0, offset);
        length = offset;
      }
    }
    return bytes.subarray(0, length);
  }
}

/** Cuts a write where the disk's blocks end. */
function blocks({ offset, data }) {
  if (!data) return [{ offset }];
  const parts = [];
  for (let from = 0; from < data.length; ) {
    const to = Math.min(data.length, from + BLOCK - ((offset + from) % BLOCK));
    parts.push({ offset: offset + from, data: data.subarray(from, to) });
    from = to;
  }
  return parts;
}

/** A folder: which names are safe. Changes of names since are in `Disk`, because a rename is one of two folders. */
class Folder {
  names = new Map();
}

export class Disk {
  #nodes = new Map();
  #unsafe = [];

  /** Begins with the folder that is recorded, by its inode, and the empty folders that had long been in it, by their names. */
  constructor(inode, folders) {
    this.root = new Folder();
    this.#nodes.set(inode, this.root);
    for (const [name, inode] of Object.entries(folders)) {
      this.root.names.set(name, new Folder());
      this.#nodes.set(inode, this.root.names.get(name));
    }
  }

  /** Does what a record says. */
  apply({ kind, inode, folder, otherFolder, offset, name, otherName, data }) {
    const node = this.#nodes.get(inode);
    const at = this.#nodes.get(folder);
    switch (kind) {
      case "create":
      case "makeFolder": {
        const made = kind === "create" ? new File() : new Folder();
        this.#nodes.set(inode, made);
        this.#unsafe.push({ at, name, node: made });
        break;
      }
      case "write":
        node.unsafe.push({ offset, data });
        break;
      case "truncate":
        node.unsafe.push({ offset });
        break;
      case "remove":
        this.#unsafe.push({ at, name });
        break;
      case "rename":
        this.#unsafe.push({ at: this.#nodes.get(otherFolder), name: otherName, node, from: at, fromName: name });
        break;
      case "sync":
        if (node instanceof File) node.sync();
        else this.#syncFolder(node);
        break;
    }
  }

  #syncFolder(folder) {
    const touches = ({ at, from }) => at === folder || from === folder;
    for (const change of this.#unsafe.filter(touches)) rename(change, (one) => one.names);
    this.#unsafe = this.#unsafe.filter((change) => !touches(change));
  }

  /** Writes what is found after a power cut into an empty folder. In part: of each folder's changes the first ones. */
  async write(target, fate, random) {
    const found = new Map();
    const namesOf = (folder) => {
      if (!found.has(folder)) found.set(folder, new Map(folder.names));
      return found.get(folder);
    };
    const broken = new Set();
    for (const change of fate === "dropped" ? [] : this.#unsafe) {
      if (fate === "in part" && !broken.has(change.at) && random.chance(0.2)) broken.add(change.at);
      if (!broken.has(change.at)) rename(change, namesOf);
    }
    await write(target, this.root, namesOf, (file) => file.after(fate, random));
  }
}

function rename({ at, name, node, from, fromName }, namesOf) {
  if (from && namesOf(from).get(fromName) === node) namesOf(from).delete(fromName);
  if (node) namesOf(at).set(name, node);
  else namesOf(at).delete(name);
}

async function write(target, folder, namesOf, bytesOf) {
  for (const [name, node] of namesOf(folder)) {
    const path = join(target, name);
    if (node instanceof File) {
      await writeFile(path, bytesOf(node), { mode: 0o600 });
    } else {
      await mkdir(path, { mode: 0o700 });
      await write(path, node, namesOf, bytesOf);
    }
  }
}
