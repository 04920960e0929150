// Makes a large picture smaller before it is sent: less to wait for on a slow network, and nothing of the camera's notes
// leaves the device. The server keeps no more of it in any case. What telephones write as HEIC or AVIF becomes a JPEG:
// Safari decodes both, every other browser at least AVIF, and what none decodes is sent for the server to judge.
import { needsConversion } from "./files.js";

/** Twice the widest picture that the server makes. */
const WIDTH = 3200;
/** Smaller files are sent as they are. */
const MIN_BYTES = 1024 * 1024;
const QUALITY = 0.92;

/**
 * Resolves to a smaller copy of a picture, upright, or to the file itself where the browser cannot make one or there is
 * nothing to gain.
 */
export async function smaller(file) {
  const convert = needsConversion(file);
  // A GIF that moves would lose its movement unnoticed; the server says so.
  if ((file.size < MIN_BYTES && !convert) || file.type === "image/gif") return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) return file;
  const blob = convert || picture.width > WIDTH ? await scaled(picture, convert ? "image/jpeg" : file.type) : null;
  picture.close();
  if (!blob || (blob.size >= file.size && !convert)) return file;
  const name = convert ? file.name.replace(/\.[^.]*$/, ".jpg") : file.name;
  return new File([blob], name, { type: blob.type });
}

async function scaled(picture, type) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.min(WIDTH, picture.width);
  canvas.height = Math.max(1, Math.round((picture.height * canvas.width) / picture.width));
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.imageSmoothingQuality = "high";
  // A JPEG is black where nothing is drawn.
  if (type === "image/jpeg") {
    context.fillStyle = "white";
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  // What may be transparent stays so; a browser that knows no WebP makes a PNG of it.
  return new Promise((resolve) => canvas.toBlob(resolve, type === "image/jpeg" ? type : "image/webp", QUALITY));
}
