// Pictures are sent; some are exchanged for another file, some thrown away.
import { png } from "../../support/pictures.mjs";

const WIDTHS = [300, 1200, 2000];

export class Pictures {
  name = "pictures";
  longestDelay = 250;
  repeats = true;
  /** What must be there, by id: the address of a file, its bytes once they were seen, and whether it is in the trash. */
  #pictures = new Map();
  #unseen = new Set();
  #number = 0;

  async begin() {}

  async work(bench) {
    for (;;) {
      const width = WIDTHS[bench.random.below(WIDTHS.length)];
      const { id, src } = await bench.staff.sendPicture(this.#file(bench.random, width));
      await this.#add(bench, id, src);
      if (bench.random.chance(0.3)) await this.#exchange(bench, id, width);
      else if (bench.random.chance(0.3)) await this.#throwAway(bench, id);
    }
  }

  async #add(bench, id, src) {
    const picture = { src, isTrashed: false };
    this.#pictures.set(id, picture);
    this.#unseen.add(id);
    bench.confirmed(this);
    picture.bytes = await bench.staff.content(src);
  }

  /** Until the response has come, either picture may be the one in the trash. Files as wide have the same names. */
  async #exchange(bench, id, width) {
    const former = this.#pictures.get(id);
    former.isTrashed = undefined;
    const added = await bench.staff.exchangePicture(id, this.#file(bench.random, width));
    former.isTrashed = true;
    await this.#add(bench, added, former.src.replace(id, added));
  }

  async #throwAway(bench, id) {
    const picture = this.#pictures.get(id);
    picture.isTrashed = undefined;
    await bench.staff.post("/api/picture/trash", new URLSearchParams({ id }));
    picture.isTrashed = true;
    bench.confirmed(this);
  }

  #file(random, width) {
    this.#number += 1;
    return png(width, 200 + this.#number, 1 + random.below(255));
  }

  async verify(bench, isThorough) {
    const ids = isThorough ? [...this.#pictures.keys()] : [...this.#unseen];
    this.#unseen.clear();
    for (const id of ids) {
      const { src, bytes, isTrashed } = this.#pictures.get(id);
      const found = await bench.staff.content(src);
      if (bytes && !found.equals(bytes)) throw new Error(`picture ${id} has other bytes than before`);
      const page = (await bench.staff.content(`/admin/bilder/${id}`)).toString();
      const is = page.includes("/api/picture/restore");
      if (isTrashed !== undefined && is !== isTrashed) throw new Error(`picture ${id} is in the trash: ${is}, not ${isTrashed}`);
    }
  }
}
