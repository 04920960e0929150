// Footnotes of word processors and web pages: a link to a note that links back.

const NOTE = "li, div[id^=ftn], div[id^=edn], div[id^=sdfootnote], div[id^=sdendnote], [data-style*='mso-element:footnote']";
const LISTS = "[data-style*='mso-element:footnote-list'], [data-style*='mso-element:endnote-list']";

/**
 * Turns footnotes into the schema's own: `sup` and `aside` with `data-note`. `taken` are the labels of the text into which
 * they are pasted. A reference without its note stays as it is.
 */
export function readFootnotes(body, taken = []) {
  const doc = body.ownerDocument;
  const labels = new Map();
  const used = new Set(taken);
  for (const link of [...body.querySelectorAll("a[href^='#']")]) {
    const note = noteOf(link, body);
    if (!note) continue;
    if (!labels.has(note)) {
      let label = 1;
      while (used.has(String(label))) label += 1;
      used.add(String(label));
      labels.set(note, String(label));
    }
    const reference = doc.createElement("sup");
    reference.dataset.note = labels.get(note);
    const around = link.closest("sup");
    (around && around.textContent.trim() === link.textContent.trim() ? around : link).replaceWith(reference);
  }
  for (const [note, label] of labels) {
    const made = doc.createElement("aside");
    made.dataset.note = label;
    note.querySelectorAll("a[href^='#']").forEach((link) => isBack(link) && link.remove());
    made.append(...(note.tagName === "P" ? [note.cloneNode(true)] : note.childNodes));
    body.append(made);
    note.remove();
  }
  // The line above the notes.
  if (labels.size) body.querySelectorAll(LISTS).forEach((list) => list.textContent.trim() || list.remove());
}

/** Returns the note that a link leads to, if it links back. */
function noteOf(link, body) {
  const name = link.getAttribute("href").slice(1);
  // Word names the note `ftn1`, and the link back `_ftn1`, which a part of a text may lack.
  const target = named(body, name) ?? named(body, name.replace(/^_/, ""));
  const note = target?.closest(NOTE) ?? target?.closest("p");
  if (!note || note.contains(link)) return null;
  const names = [link, link.closest("sup, span[id]")].flatMap((one) => (one ? [one.id, one.getAttribute("name")] : []));
  const backs = [...note.querySelectorAll("a[href^='#']")].map((back) => back.getAttribute("href").slice(1));
  return backs.some((back) => names.includes(back)) ? note : null;
}

const named = (body, name) =>
  name ? [...body.querySelectorAll("[id], [name]")].find((one) => one.id === name || one.getAttribute("name") === name) : null;

/** Whether a link in a note leads back: its words are a number or a mark. */
const isBack = (link) => /^[\s[\](){}\d.*†‡↩↑^a-z]{0,8}$/i.test(link.textContent) && !/\p{L}{3}/u.test(link.textContent);
