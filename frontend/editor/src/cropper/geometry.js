// What a shape shows of a picture: the same rule as on the server (app/src/media/crop/framing.rs). All in fractions of the
// whole picture, but its size, which is in pixels.

/** Where the middle of what is kept stands without a focus, as a share of what can be cut off. */
const DEFAULT_SHARES = { x: 0.5, y: 0.4 };
/** Smallest width and height of a crop. */
export const SMALLEST = 0.1;
export const WHOLE = { left: 0, top: 0, width: 1, height: 1 };

export const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

/** Returns the largest region of some proportions within the crop, with the focus as near to its middle as the edges allow. */
export function regionOf({ focus, crop }, { width, height }, ratio) {
  const outer = crop ?? WHOLE;
  if (!ratio) return outer;
  const pixels = { width: outer.width * width, height: outer.height * height };
  const isWide = pixels.width > pixels.height * ratio;
  const kept = {
    width: isWide ? outer.width * ((pixels.height * ratio) / pixels.width) : outer.width,
    height: isWide ? outer.height : outer.height * (pixels.width / ratio / pixels.height),
  };
  const spare = { x: Math.max(0, outer.width - kept.width), y: Math.max(0, outer.height - kept.height) };
  const x = focus ? focus.x - kept.width / 2 - outer.left : spare.x * DEFAULT_SHARES.x;
  const y = focus ? focus.y - kept.height / 2 - outer.top : spare.y * DEFAULT_SHARES.y;
  return { left: outer.left + clamp(x, 0, spare.x), top: outer.top + clamp(y, 0, spare.y), ...kept };
}

/** Moves a crop, which stays within the picture. */
export function moved(crop, dx, dy) {
  return {
    ...crop,
    left: clamp(crop.left + dx, 0, 1 - crop.width),
    top: clamp(crop.top + dy, 0, 1 - crop.height),
  };
}

/** Moves one corner of a crop; `corner` is such as "top left". The opposite corner stays. */
export function resized(crop, corner, dx, dy) {
  const right = crop.left + crop.width;
  const bottom = crop.top + crop.height;
  const left = corner.includes("left") ? clamp(crop.left + dx, 0, right - SMALLEST) : crop.left;
  const top = corner.includes("top") ? clamp(crop.top + dy, 0, bottom - SMALLEST) : crop.top;
  const newRight = corner.includes("right") ? clamp(right + dx, crop.left + SMALLEST, 1) : right;
  const newBottom = corner.includes("bottom") ? clamp(bottom + dy, crop.top + SMALLEST, 1) : bottom;
  return { left, top, width: newRight - left, height: newBottom - top };
}

/** Reads a percentage as somebody types it; null for what is none. */
export function parsePercent(typed) {
  const number = typed.trim().replace(/\s*%$/, "").replace(",", ".");
  const value = /^\d+(\.\d*)?$|^\.\d+$/.test(number) ? Number(number) / 100 : NaN;
  return value >= 0 && value <= 1 ? value : null;
}

/** Returns a fraction as people write a percentage, with two decimals at most. */
export function percent(fraction) {
  return String(Math.round(fraction * 10_000) / 100).replace(".", ",");
}
