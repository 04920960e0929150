// Makes a large picture smaller before it is sent: less to wait for on a slow network, and nothing of the camera's notes
// leaves the device. The server keeps no more of it in any case.

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
  if (file.size < MIN_BYTES) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) return file;
  const blob = picture.width > WIDTH ? await scaled(picture, file.type) : null;
  picture.close();
  return blob && blob.size < file.size ? new File([blob], file.name, { type: blob.type }) : file;
}

async function scaled(picture, type) {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = Math.max(1, Math.round((picture.height * WIDTH) / picture.width));
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  // What may be transparent stays so; a browser that knows no WebP makes a PNG of it.
  return new Promise((resolve) => canvas.toBlob(resolve, type === "image/jpeg" ? type : "image/webp", QUALITY));
}
