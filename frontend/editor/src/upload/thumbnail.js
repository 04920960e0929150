// A small view of a picture that nobody has but this device. Drawn, since the site's policy lets no page show files.

const WIDTH = 480;

/** Draws a picture on a canvas, which stays hidden where the browser cannot read it. */
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
