// Loads the library's dialogs when one is first wanted: they belong to the script of the staff's other pages.

/** Returns a function that shows a dialog; null where the page does not say from which script it comes. */
export function libraryDialog(name) {
  const script = document.querySelector("[data-picture-library]")?.dataset.pictureLibrary;
  return script ? async () => (await import(script))[name]() : null;
}
