// What an editor's hand does on a page, counted, and how long it takes a practised person by the keystroke-level model
// (Card, Moran and Newell, "The keystroke-level model for user performance time with interactive systems", 1980): the
// times of hand and head are the model's, the site's are measured. Words that are typed are not counted: they are written
// anyway.

const KEY_S = 0.28; // a key, for somebody who types as most do
const POINT_S = 1.1; // moving the pointer to its target
const PRESS_S = 0.2; // pressing the button of the mouse, and letting go
const HOME_S = 0.4; // the hand from keyboard to mouse, or back
const THINK_S = 1.35; // preparing an act

export class Hand {
  clicks = 0;
  keys = 0;
  #homings = 0;
  #waitedMs = 0;
  #isAtMouse = true;

  /** Clicks, and waits until what follows is there. */
  async click(target, isThere = () => {}) {
    this.clicks += 1;
    this.#go(true);
    const from = performance.now();
    await target.click();
    await isThere();
    this.#waitedMs += performance.now() - from;
  }

  /** Presses a key that is no word. */
  async key(page, name) {
    this.keys += 1;
    this.#go(false);
    await page.keyboard.press(name);
  }

  /** Writes words where the cursor is. */
  async write(page, words) {
    this.#go(false);
    await page.keyboard.type(words);
  }

  /** Returns the seconds of all acts so far. */
  seconds() {
    const clicks = this.clicks * (THINK_S + POINT_S + PRESS_S);
    return clicks + this.keys * KEY_S + this.#homings * HOME_S + this.#waitedMs / 1000;
  }

  #go(isAtMouse) {
    if (this.#isAtMouse !== isAtMouse) this.#homings += 1;
    this.#isAtMouse = isAtMouse;
  }
}
