// Where doors are, and what is wrong with it: the same rules as on the server (app/src/calendar/own_picture). All in fractions
// of the whole picture, with four decimals.
import { clamp } from "../cropper/geometry.js";

/** Smallest width and height of a door on a screen, in points. */
export const SMALLEST = 44;
/** The narrowest phone, and the narrowest screen that gets the landscape picture where there are two, in points. */
const PHONE = 320;
const WIDE = 640;
/** Smallest door that can be made by dragging. */
const LEAST = 0.01;

const round = (fraction) => Math.round(fraction * 10_000) / 10_000;

/** Returns a place that is rounded and lies within the picture. */
export function within({ x, y, width, height }) {
  const size = { width: round(clamp(width, LEAST, 1)), height: round(clamp(height, LEAST, 1)) };
  return { x: round(clamp(x, 0, 1 - size.width)), y: round(clamp(y, 0, 1 - size.height)), ...size };
}

export const moved = (place, dx, dy) => within({ ...place, x: place.x + dx, y: place.y + dy });

/** Changes the size; the upper left corner stays. */
export function resized(place, dx, dy) {
  const width = clamp(place.width + dx, LEAST, 1 - place.x);
  const height = clamp(place.height + dy, LEAST, 1 - place.y);
  return within({ ...place, width, height });
}

/** Moves the middle of a door to a point. */
export const centred = (place, { x, y }) => within({ ...place, x: x - place.width / 2, y: y - place.height / 2 });

/** Floating numbers that are equal to four decimals must not overlap. */
const CLOSE = 0.000_05;

export function overlap(one, other) {
  return (
    one.x + CLOSE < other.x + other.width &&
    other.x + CLOSE < one.x + one.width &&
    one.y + CLOSE < other.y + other.height &&
    other.y + CLOSE < one.y + one.height
  );
}

/** Returns the days of the doors that overlap one. */
export function overlapping(places, day) {
  const own = places.get(day);
  if (!own) return [];
  return [...places].filter(([other, place]) => other !== day && place && overlap(own, place)).map(([other]) => other);
}

export function isAtEdge({ x, y, width, height }) {
  return x <= CLOSE || y <= CLOSE || x + width >= 1 - CLOSE || y + height >= 1 - CLOSE;
}

/** Returns the width in points that the picture must have for a door to be large enough; `ratio` is its height by its width. */
export const neededWidth = ({ width, height }, ratio) => Math.max(SMALLEST / width, SMALLEST / (height * ratio));

/** Whether a screen that shows the picture so wide places the doors on it, or makes them a grid under it. */
export function isGrid(places, shown, ratio) {
  return [...places.values()].some((place) => !place || neededWidth(place, ratio) > shown + CLOSE);
}

/** Returns sentences about what is wrong. */
export function faults(places, ratio, isForPhones) {
  const found = [];
  const missing = [...places].filter(([, place]) => !place).map(([day]) => day);
  if (missing.length) {
    found.push(`${doors(missing)} har ingen plats på bilden. Så länge visas alla luckor i ett rutnät under bilden.`);
  }
  const shown = isForPhones ? PHONE : WIDE;
  const small = [...places].filter(([, place]) => place && neededWidth(place, ratio) > shown).map(([day]) => day);
  if (small.length) {
    const least = (share) => Math.min(100, Math.ceil(share * 100));
    const size = `${least(SMALLEST / shown)} % breda och ${least(SMALLEST / (shown * ratio))} % höga`;
    const where = isForPhones ? "på en telefon" : "på en surfplatta";
    found.push(`${doors(small)} är för små för ett finger ${where}. Gör dem minst ${size}.`);
  }
  const clashes = [...places.keys()].filter((day) => overlapping(places, day).length);
  if (clashes.length) found.push(`${doors(clashes)} krockar med en annan lucka. Flytta isär dem.`);
  return found;
}

/** Names doors: "Lucka 7", "Lucka 7 och 9–12". */
function doors(days) {
  const ranges = [];
  for (const day of days) {
    const last = ranges.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else ranges.push([day, day]);
  }
  const words = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  const end = words.pop();
  return `Lucka ${words.length ? `${words.join(", ")} och ${end}` : end}`;
}

/** Says where a door is, as somebody hears it. */
export function spoken(places, day, isSizing) {
  const place = places.get(day);
  if (!place) return `Lucka ${day} är inte på bilden.`;
  const whole = (fraction) => Math.round(fraction * 100);
  const where = isSizing
    ? `${whole(place.width)} procent bred, ${whole(place.height)} hög.`
    : `${whole(place.x)} procent från vänster, ${whole(place.y)} uppifrån.`;
  const clashes = overlapping(places, day);
  const clash = clashes.length ? ` Krockar med ${doors(clashes).toLowerCase()}.` : "";
  return `Lucka ${day}. ${where}${clash}${isAtEdge(place) ? " Vid bildens kant." : ""}`;
}
