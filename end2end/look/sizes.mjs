// The windows in which pages are looked at, and how much of a page a picture shows.

export const THEMES = ["light", "dark"];

/** `scale` is that of the picture on the contact sheet. */
export const SIZES = [
  { width: 320, height: 640, scale: 0.5 },
  { width: 390, height: 844, scale: 0.5 },
  { width: 768, height: 1024, scale: 0.33 },
  { width: 1024, height: 768, scale: 0.3 },
  { width: 1280, height: 900, scale: 0.28 },
  { width: 1920, height: 1080, scale: 0.22 },
];

/** The height of a picture on the sheet, at most: what is further down is cut off. */
export const MAX_HEIGHT = 350;
