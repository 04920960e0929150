// Stands in for a table of all the letters with names, 20 kB of it: every browser has that table already.

/** The letter or letters that `&name;` means, or the same text when it has no meaning. */
export function decodeHTML(text) {
  if (!/^&#?\w+;$/.test(text)) return text;
  const area = document.createElement("textarea");
  // A line break that a text area begins with would not count.
  area.innerHTML = `-${text}`;
  return area.value.slice(1);
}

export { decodeHTML as decodeHTMLStrict };
