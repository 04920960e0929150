// Picture files for tests, made here: PNG of any size, and a JPEG that says where it was taken.
import { deflateSync, crc32 } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Returns a PNG in black and white. `seed` makes equal sizes different files. */
export function png(width, height, seed = 0) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit a pixel, grey.
  header.set([1, 0, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + Math.ceil(width / 8), seed);
  row[0] = 0;
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The words that the position's data holds, to be looked for afterwards. */
export const POSITION = "N59.3293 E18.0686";

/** Returns a JPEG, drawn in the page, with a position and a comment in it. */
export async function jpegWithPosition(page) {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 640;
    canvas.height = 480;
    const context = canvas.getContext("2d");
    context.fillStyle = "#2c5a4b";
    context.fillRect(0, 0, 640, 240);
    return canvas.toDataURL("image/jpeg").split(",")[1];
  });
  const jpeg = Buffer.from(base64, "base64");
  const segment = (marker, text) => {
    const data = Buffer.from(text, "latin1");
    return Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);
  };
  // An Exif block without any entry, and the position where cameras' own notes stand.
  const exif = segment(0xe1, `Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0${POSITION}`);
  return Buffer.concat([jpeg.subarray(0, 2), exif, segment(0xfe, POSITION), jpeg.subarray(2)]);
}

/** A file as a file chooser gets it. */
export const file = (name, buffer, mimeType = "image/png") => ({ name, mimeType, buffer });
