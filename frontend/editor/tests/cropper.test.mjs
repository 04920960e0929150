// Focus and crop: the browser computes what the server computes, and a crop never leaves its picture.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { SMALLEST, WHOLE, moved, parsePercent, percent, regionOf, resized } from "../src/cropper/geometry.js";

const CASES = JSON.parse(readFileSync(new URL("../../../app/src/media/crop/cases.json", import.meta.url), "utf8"));
const CORNERS = ["top left", "top right", "bottom left", "bottom right"];
const step = fc.double({ min: -1, max: 1, noNaN: true });

test("regions are those of the server", () => {
  for (const { size, focus, crop, ratio, region } of CASES) {
    const [width, height] = size;
    const [left, top, cropWidth, cropHeight] = crop ?? [];
    const found = regionOf(
      {
        focus: focus && { x: focus[0], y: focus[1] },
        crop: crop && { left, top, width: cropWidth, height: cropHeight },
      },
      { width, height },
      ratio,
    );
    for (const [at, side] of ["left", "top", "width", "height"].entries()) {
      assert.ok(Math.abs(found[side] - region[at]) < 1e-6, JSON.stringify({ size, focus, crop, ratio, found }));
    }
  }
});

test("a crop stays within the picture and is never too small, however it is dragged", () => {
  const drags = fc.array(fc.tuple(fc.constantFrom("move", ...CORNERS), step, step), { maxLength: 12 });
  fc.assert(
    fc.property(drags, (all) => {
      let crop = WHOLE;
      for (const [how, dx, dy] of all) crop = how === "move" ? moved(crop, dx, dy) : resized(crop, how, dx, dy);
      const { left, top, width, height } = crop;
      assert.ok(left >= 0 && top >= 0 && left + width <= 1 + 1e-9 && top + height <= 1 + 1e-9);
      assert.ok(width >= SMALLEST - 1e-9 && height >= SMALLEST - 1e-9);
    }),
  );
});

test("percentages are read and written as people write them", () => {
  for (const [typed, value] of [["40", 0.4], [" 33,5 % ", 0.335], ["0", 0], ["100", 1]]) {
    assert.equal(parsePercent(typed), value);
  }
  for (const typed of ["", "-1", "101", "1e1", "x", "1 0"]) assert.equal(parsePercent(typed), null, typed);
  assert.deepEqual([percent(0.335), percent(0.4), percent(1)], ["33,5", "40", "100"]);
});
