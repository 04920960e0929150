// The places of doors on a picture: however they are moved they stay within it, and what is said of them is right.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parsePercent, percent } from "../src/cropper/geometry.js";
import { centred, faults, isGrid, moved, overlap, resized, spoken, within } from "../src/scene/places.js";

const step = fc.double({ min: -1, max: 1, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const place = fc.record({ x: share, y: share, width: share, height: share }).map(within);

function assertWithin({ x, y, width, height }) {
  assert.ok(x >= 0 && y >= 0 && width > 0 && height > 0, JSON.stringify({ x, y, width, height }));
  assert.ok(x + width < 1.000_01 && y + height < 1.000_01, JSON.stringify({ x, y, width, height }));
}

test("a door stays within the picture, however it is moved, and the table can say where it is", () => {
  fc.assert(
    fc.property(place, step, step, fc.record({ x: share, y: share }), (start, dx, dy, point) => {
      for (const end of [moved(start, dx, dy), resized(start, dx, dy), centred(start, point)]) {
        assertWithin(end);
        for (const side of ["x", "y", "width", "height"]) assert.ok(Math.abs(parsePercent(percent(end[side])) - end[side]) < 1e-9);
      }
    }),
  );
});

test("resizing leaves the upper left corner where it is", () => {
  fc.assert(
    fc.property(place, step, step, (start, dx, dy) => {
      const end = resized(start, dx, dy);
      assert.ok(Math.abs(end.x - start.x) < 1e-9 && Math.abs(end.y - start.y) < 1e-9);
    }),
  );
});

test("doors that touch do not clash", () => {
  const door = { x: 0.1, y: 0.1, width: 0.1, height: 0.1 };
  assert.ok(!overlap(door, { ...door, x: 0.2 }) && !overlap(door, { ...door, y: 0.2 }));
  assert.ok(overlap(door, door) && overlap(door, { ...door, x: 0.1999 }));
});

test("what is wrong is said with what to do", () => {
  const large = { x: 0, y: 0, width: 0.2, height: 0.2 };
  const places = new Map([
    [1, large],
    [2, { ...large, x: 0.1 }],
    [3, null],
    [4, { x: 0.5, y: 0.5, width: 0.05, height: 0.2 }],
  ]);
  assert.deepEqual(faults(places, 1, true), [
    "Lucka 3 har ingen plats på bilden. Så länge visas alla luckor i ett rutnät under bilden.",
    "Lucka 4 är för små för ett finger på en telefon. Gör dem minst 14 % breda och 14 % höga.",
    "Lucka 1–2 krockar med en annan lucka. Flytta isär dem.",
  ]);
  assert.ok(isGrid(places, 1280, 1));
  places.delete(3);
  assert.ok(!isGrid(places, 1280, 1) && isGrid(places, 390, 1));
  assert.equal(spoken(places, 2, false), "Lucka 2. 10 procent från vänster, 0 uppifrån. Krockar med lucka 1. Vid bildens kant.");
  assert.equal(spoken(places, 4, true), "Lucka 4. 5 procent bred, 20 hög.");
});
