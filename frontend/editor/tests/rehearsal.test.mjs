// The rehearsal: keys lead to days that there are.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { stepped } from "../src/rehearsal/steps.js";

test("arrows lead to the days beside, Home and End to the ends, other keys nowhere", () => {
  assert.equal(stepped(3, "ArrowLeft", 24), 2);
  assert.equal(stepped(3, "ArrowRight", 24), 4);
  assert.equal(stepped(3, "Home", 24), 0);
  assert.equal(stepped(3, "End", 24), 23);
  for (const key of ["a", " ", "Tab", "toString", "ArrowUp"]) assert.equal(stepped(3, key, 24), 3, key);
});

test("no key leads out of the calendar", () => {
  const key = fc.constantFrom("ArrowLeft", "ArrowRight", "Home", "End", "Enter");
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 366 }), fc.array(key), (count, keys) => {
      const at = keys.reduce((at, key) => stepped(at, key, count), 0);
      assert.ok(at >= 0 && at < count);
    }),
  );
});
