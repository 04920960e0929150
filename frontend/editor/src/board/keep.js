// What stays as it was while the board's content is replaced by that of a newer page.

/** Remembers the focus, what is folded out and what is chosen; the returned function gives it to the new content. */
export function keep(board) {
  const focused = board.contains(document.activeElement) ? selectorOf(document.activeElement) : null;
  const months = foldedOf(board);
  const chosen = [...board.querySelectorAll("[name='posts[]']:checked")].map(({ value }) => value);
  const onlyMissing = board.querySelector("#only-missing")?.checked;
  return () => {
    for (const [month, isOpen] of months) {
      const now = monthsOf(board).get(month);
      if (now) now.open ||= isOpen;
    }
    for (const box of board.querySelectorAll("[name='posts[]']")) box.checked = chosen.includes(box.value);
    const filter = board.querySelector("#only-missing");
    if (filter) filter.checked = Boolean(onlyMissing);
    return focused && board.querySelector(focused);
  };
}

const monthsOf = (board) => new Map([...board.querySelectorAll(".month")].map((month) => [month.querySelector("b")?.textContent, month]));
const foldedOf = (board) => [...monthsOf(board)].map(([name, month]) => [name, month.open]);

/** Returns a selector that finds the same thing on another rendering of the page; none where there is no sure one. */
function selectorOf(node) {
  if (node.id) return `#${CSS.escape(node.id)}`;
  const card = node.closest("[data-day], [data-text]");
  if (!card) return null;
  const which = card.dataset.day ? `[data-day="${card.dataset.day}"]` : `[data-text="${card.dataset.text}"]`;
  const part = node.matches("a, input") ? node.localName : ".lift";
  return `${which} ${part}`;
}
