// Puts items that come one after another, each with its depth, into lists within lists.

export class Lists {
  #open = [];
  #last = null;

  /**
   * Adds an item that stands at `place`, which is removed. `list` names the list that it belongs to; an item that follows
   * another belongs to the same list when depth and name are the same.
   */
  add(place, item, { depth, list, tag, start }) {
    if (!this.#last || this.#last !== before(place)) this.#open = [];
    const open = this.#open;
    while (open.length && (open.at(-1).depth > depth || (open.at(-1).depth === depth && open.at(-1).list !== list)))
      open.pop();
    if (open.at(-1)?.depth !== depth) {
      const dom = place.ownerDocument.createElement(tag);
      if (start && start !== "1") dom.setAttribute("start", start);
      const inner = open.at(-1)?.dom.lastElementChild;
      if (inner) inner.append(dom);
      else place.before(dom);
      open.push({ dom, depth, list });
    }
    open.at(-1).dom.append(item);
    place.remove();
    this.#last = open[0].dom;
  }
}

/** Returns the element before, unless there is text between. */
function before(element) {
  let node = element.previousSibling;
  while (node && node.nodeType !== 1 && !node.textContent.trim()) node = node.previousSibling;
  return node;
}
