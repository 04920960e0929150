// A preview of a local picture. Drawn on a canvas, since the content security policy forbids `blob:` images.

const WIDTH = 480;

/** Draws a picture on a canvas, which stays hidden when the browser cannot decode it. */
export async function draw(canvas, file) {
  canvas.hidden = true;
  canvas.drawn = file;
  const picture = await createImageBitmap(file, { resizeWidth: WIDTH, resizeQuality: "medium" }).catch(() => null);
  // Another may have been chosen meanwhile.
  if (!picture || canvas.drawn !== file) return;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext("2d").drawImage(picture, 0, 0);
  picture.close();
  canvas.hidden = false;
}
