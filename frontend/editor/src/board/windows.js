// The windows of the board from page to page: those that are the same stay, so that their pictures do not flicker.

export class Windows {
  constructor(board) {
    this.shown = new Map();
    this.take(board);
  }

  /** Puts the windows that are shown already into a newer board. Returns the numbers of those that are another there. */
  take(board) {
    const [before, changed] = [this.shown, []];
    this.shown = new Map();
    for (const fresh of board.querySelectorAll("[data-day]")) {
      const { day } = fresh.dataset;
      const html = fresh.outerHTML;
      const known = before.get(day);
      const isSame = known?.html === html;
      this.shown.set(day, isSame ? known : { html, node: fresh });
      if (isSame) fresh.replaceWith(known.node);
      else if (known && whatIsThere(known.node) !== whatIsThere(fresh)) changed.push(Number(day));
    }
    return changed;
  }
}

/** That a day is chosen, or one day nearer, is no change of what lies there. */
function whatIsThere(day) {
  return [day.dataset.place, day.dataset.progress, day.querySelector(".what")?.textContent, day.querySelector(".state").textContent].join();
}
