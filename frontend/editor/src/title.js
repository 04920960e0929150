// The field of a text's title, where Enter leads on to the words, as in other editors. Without this script it saves.

export function enhanceTitle(field) {
  field.enterKeyHint = "next";
  const leadOn = (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    const places = [...field.closest(".words").querySelectorAll("textarea, .editor-text")];
    event.preventDefault();
    places.find(({ offsetParent }) => offsetParent)?.focus();
  };
  field.addEventListener("keydown", leadOn);
  return { destroy: () => field.removeEventListener("keydown", leadOn) };
}
