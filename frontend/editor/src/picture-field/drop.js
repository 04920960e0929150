// Pictures that are dropped or pasted on a field.
import { picturesOf } from "../upload/files.js";

/** Calls `received` with the first picture. Returns a function that stops listening. */
export function onDropOrPaste(dom, received) {
  const listeners = {
    dragover: (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      dom.classList.add("is-over");
    },
    dragleave: ({ relatedTarget }) => {
      if (!dom.contains(relatedTarget)) dom.classList.remove("is-over");
    },
    drop: (event) => {
      dom.classList.remove("is-over");
      take(event, event.dataTransfer);
    },
    paste: (event) => {
      // Word adds a picture of the text itself to what it copies.
      if (!event.clipboardData.getData("text/plain").trim()) take(event, event.clipboardData);
    },
  };
  const take = (event, data) => {
    if (!data.files.length) return;
    event.preventDefault();
    const [picture = data.files[0]] = picturesOf(data);
    received(picture);
  };
  for (const [name, listener] of Object.entries(listeners)) dom.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) dom.removeEventListener(name, listener);
  };
}
