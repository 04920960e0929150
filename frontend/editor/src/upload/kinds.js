// Which files are pictures, and how one is chosen.
import { element } from "../element.js";

/** A telephone makes one of these of its own kind. */
const KINDS = "image/jpeg,image/png,image/webp";

/** The pictures that are dropped or pasted. */
export const picturesOf = (data) => [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));

/** Opens the device's pictures when it is clicked, and hands over what was chosen. */
export function chooser(chosen, { multiple = false } = {}) {
  // One that belongs to the page's form would be sent with it.
  const input = element("input", { type: "file", accept: KINDS, multiple, hidden: true, form: "" });
  for (const name of ["input", "change"]) input.addEventListener(name, (event) => event.stopPropagation());
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    if (files.length) chosen(files);
  });
  return input;
}
