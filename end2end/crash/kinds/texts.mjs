// A text is saved over and over, as a version or as a draft.
import { Saver } from "../../support/saver.mjs";

export class Texts {
  name = "saves";
  longestDelay = 60;
  repeats = true;
  #confirmed = 0;
  #number = 0;

  async begin(bench) {
    this.saver = await Saver.begin(bench.site);
  }

  async work(bench) {
    this.saver.site = bench.site;
    await this.saver.read();
    for (;;) {
      this.#number += 1;
      await this.saver.save(this.#number);
      this.#confirmed = this.#number;
      bench.confirmed(this);
      await this.saver.read();
    }
  }

  async verify(bench) {
    this.saver.site = bench.site;
    const found = await this.saver.read();
    if (found < this.#confirmed) throw new Error(`save ${this.#confirmed} was confirmed, and the text says ${found}`);
  }
}
