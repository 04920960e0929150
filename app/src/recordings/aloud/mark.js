// Shows which sentence is read, where the browser can mark it without changing the page, and keeps it in sight.

const NAME = "aloud";
/** What the quick exit covers at the foot of the window. */
const FOOT = 80;
/** The space between the controls and the sentence. */
const GAP = 16;

/** Marks the sentence that is read, below the controls, which stay in sight. */
export function mark(range, controls) {
  if (globalThis.Highlight) CSS.highlights?.set(NAME, new Highlight(range));
  const dialog = controls.closest("dialog");
  const window = dialog?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
  const bar = controls.firstElementChild.getBoundingClientRect();
  const sentence = range.getBoundingClientRect();
  // Where the controls stop when the page goes on.
  const edge = window.top + (parseFloat(getComputedStyle(controls).top) || 0);
  const head = edge + bar.height + GAP;
  const isUnderBar = bar.top <= edge + 1 && sentence.top < bar.bottom;
  const isAbove = sentence.top < window.top || isUnderBar;
  // One that is longer than the window begins at its top.
  const isBelow = sentence.bottom > window.bottom - FOOT && sentence.top > head;
  if (!isAbove && !isBelow) return;
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  (dialog ?? document.scrollingElement).scrollBy({ top: sentence.top - head, behavior });
}

export const unmark = () => CSS.highlights?.delete(NAME);
