// The board's script: which day a key leads to, which is the next empty one, and how fast the page scrolls under a drag.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { edgeSpeed } from "../src/board/drag.js";
import { along, nextEmpty, plan, towards, typed } from "../src/board/places.js";
import { cancelled, changed, lifted, target } from "../src/board/words.js";

/** Days in rows of `columns`, as a browser lays them out; those in `taken` have a text, those up to `open` are open. */
const grid = (count, columns, taken = [], open = 0) =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    isEmpty: !taken.includes(index + 1),
    isOpen: index < open,
    box: { x: (index % columns) * 110, y: Math.floor(index / columns) * 95 },
  }));
const to = (days, number, key) => towards(days, number, key)?.number;

test("arrows lead where the eye goes, and stop at the ends", () => {
  const days = grid(24, 7);
  assert.deepEqual(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].map((key) => to(days, 9, key)), [8, 10, 2, 16, 8, 14]);
  assert.equal(to(days, 1, "ArrowLeft"), 1);
  assert.equal(to(days, 24, "ArrowRight"), 24);
  assert.equal(to(days, 3, "ArrowUp"), 3);
  assert.equal(to(days, 21, "ArrowDown"), 24, "the last row is shorter");
  assert.equal(to(days, 9, "a"), undefined);
});

test("up and down keep to a row however many days there are in one", () => {
  const board = fc.record({ columns: fc.integer({ min: 1, max: 12 }), count: fc.integer({ min: 1, max: 366 }), from: fc.nat() });
  fc.assert(
    fc.property(board, ({ columns, count, from }) => {
      const number = (from % count) + 1;
      const days = grid(count, columns);
      const row = (day) => Math.floor((day - 1) / columns);
      const [up, down] = [to(days, number, "ArrowUp"), to(days, number, "ArrowDown")];
      assert.equal(row(up), Math.max(row(number) - 1, 0));
      assert.equal(row(down), Math.min(row(number) + 1, row(count)));
    }),
  );
});

test("Tab finds the next empty day that is not open, round the end", () => {
  const days = grid(6, 3, [3, 5], 1);
  assert.deepEqual([2, 4, 6].map((from) => nextEmpty(days, from).number), [4, 6, 2]);
  assert.deepEqual([2, 4, 6].map((from) => nextEmpty(days, from, -1).number), [6, 2, 4]);
  assert.equal(nextEmpty(grid(3, 3, [1, 2, 3]), 1), undefined);
});

test("digits make a number as long as there is such a day", () => {
  assert.equal(typed("", "2", 24), 2);
  assert.equal(typed("2", "4", 24), 24);
  assert.equal(typed("2", "7", 24), 7, "there is no day 27");
  assert.equal(typed("36", "6", 366), 366);
});

test("steps past the ends stay there", () => {
  const days = grid(3, 3);
  assert.deepEqual([along(days, 1, -1).number, along(days, 3, 1).number, along(days, 2, 1).number], [1, 3, 3]);
});

test("chosen texts get the empty days in order, and the last none when there are too few", () => {
  assert.deepEqual(plan(["a", "b", "c"], ["3", "9"]), [
    { text: "a", day: "3" },
    { text: "b", day: "9" },
    { text: "c", day: undefined },
  ]);
});

test("the page scrolls only near the edges, faster the nearer", () => {
  assert.equal(edgeSpeed(400, 800), 0);
  assert.ok(edgeSpeed(0, 800) < edgeSpeed(60, 800) && edgeSpeed(60, 800) < 0);
  assert.ok(edgeSpeed(800, 800) > edgeSpeed(760, 800) && edgeSpeed(760, 800) > 0);
});

test("what is said names the text, the day and what lies there", () => {
  const text = { title: "Mod", day: 7 };
  assert.match(lifted(text, 24), /^”Mod” vald, dag 7 av 24\. .*Enter placerar, Escape avbryter\.$/);
  assert.match(lifted({ title: "Mod" }, 24), /^”Mod” vald, utan dag\./);
  assert.match(lifted({ title: "Mod", reserve: 2 }, 24), /^”Mod” vald, reserv nummer 2\./);
  const day = { number: 12, date: "lördag 12 december", isEmpty: true, isOpen: false, title: "" };
  assert.equal(target(day), "Dag 12, lördag 12 december. Tom.");
  assert.equal(
    target({ ...day, isEmpty: false, isOpen: true, title: "Tro" }),
    "Dag 12, lördag 12 december. Där ligger ”Tro”. Luckan är öppen för läsarna.",
  );
  assert.equal(changed("Bo", [12]), "Bo ändrade dag 12 nyss.");
  assert.equal(changed("", [3, 4, 9]), "Dag 3, 4 och 9 har ändrats.");
  assert.equal(changed("Bo", [1, 2, 3, 4]), "Bo ändrade 4 dagar nyss.");
  assert.equal(cancelled(text), "Avbrutet. ”Mod” ligger kvar på dag 7.");
  assert.equal(cancelled({ title: "Mod" }), "Avbrutet. ”Mod” ligger kvar bland texterna utan dag.");
  assert.equal(cancelled({ title: "Mod", reserve: 2 }), "Avbrutet. ”Mod” ligger kvar bland reserverna.");
});
