// Picture files for tests, made here: PNG of any size, and a JPEG that says where it was taken.
import { randomFillSync } from "node:crypto";
import { deflateSync, crc32 } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Returns a PNG in stripes that no other has: the library shows a picture that it knows under its first name. */
export function png(width, height) {
  const row = randomFillSync(Buffer.alloc(1 + Math.ceil(width / 8)));
  row[0] = 0;
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  // One bit a pixel, grey.
  return pngFile(width, height, [1, 0], deflateSync(rows));
}

/** Returns a PNG of random colours: as large a file as a picture of its size can be. */
export function noise(width, height) {
  const rows = randomFillSync(Buffer.alloc(height * (1 + width * 3)));
  for (let row = 0; row < height; row += 1) rows[row * (1 + width * 3)] = 0;
  // Eight bits a channel, red, green, blue.
  return pngFile(width, height, [8, 2], deflateSync(rows, { level: 0 }));
}

function pngFile(width, height, [bits, colours], data) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colours, 0, 0, 0], 8);
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
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
