// The days of a board as the page shows them, and which one a key leads to.

/** Reads the days that a board shows, in order. */
export function daysOf(board) {
  return [...board.querySelectorAll("[data-day]")].map((node) => {
    const text = (selector) => node.querySelector(selector)?.textContent.trim() ?? "";
    return {
      node,
      number: Number(node.dataset.day),
      place: node.dataset.place,
      isEmpty: node.dataset.place.endsWith(":0"),
      isOpen: node.hasAttribute("data-open"),
      title: text(".what"),
      date: text(".date").replace(/\.$/, ""),
    };
  });
}

/** Returns the next empty day after a number that is not open for readers, round the end; backwards with a `step` of -1. */
export function nextEmpty(days, number, step = 1) {
  const coming = days.filter((day) => day.isEmpty && !day.isOpen);
  if (step < 0) coming.reverse();
  const beyond = coming.find((day) => (day.number - number) * step > 0);
  return beyond ?? coming[0];
}

/** Returns the day `step` days away from a number, at most the first or the last one. */
export function along(days, number, step) {
  const at = days.findIndex((day) => day.number === number);
  return days[Math.min(Math.max(at + step, 0), days.length - 1)];
}

/** Where a key leads among days with boxes (`x`, `y`, `width`, `height`), by what the eye sees: none for other keys. */
export function towards(days, number, key) {
  const from = days.find((day) => day.number === number);
  const row = days.filter((day) => Math.abs(day.box.y - from.box.y) < 1);
  switch (key) {
    case "ArrowLeft":
      return along(days, number, -1);
    case "ArrowRight":
      return along(days, number, 1);
    case "ArrowUp":
      return inNextRow(days, from, -1);
    case "ArrowDown":
      return inNextRow(days, from, 1);
    case "Home":
      return row[0];
    case "End":
      return row.at(-1);
    default:
      return undefined;
  }
}

/** Returns the day whose box is nearest in the row above (-1) or below (1); the day itself where there is none. */
function inNextRow(days, from, step) {
  const beyond = days.filter((day) => (day.box.y - from.box.y) * step >= 1);
  if (!beyond.length) return from;
  const row = beyond.reduce((y, day) => (Math.abs(day.box.y - from.box.y) < Math.abs(y - from.box.y) ? day.box.y : y), beyond[0].box.y);
  const away = (day) => Math.abs(day.box.x - from.box.x);
  return beyond.filter((day) => Math.abs(day.box.y - row) < 1).reduce((best, day) => (away(day) < away(best) ? day : best));
}

/** Returns the number that a digit makes of those typed just before it: beyond the last day it begins anew. */
export function typed(before, digit, last) {
  const both = Number(`${before}${digit}`);
  return both <= last ? both : Number(digit);
}

/** Returns which of the chosen texts gets which day, in order; without a day those for which none is left. */
export function plan(texts, days) {
  return texts.map((text, index) => ({ text, day: days[index] }));
}
