// Escapes text that would be read as markup: nobody who writes "1. januari" wants a list.

const PUNCTUATION = /[!-/:-@[-`{-~\p{P}\p{S}]/u;
const entity = (char) => `&#${char.codePointAt(0)};`;

export const isPunctuation = (char) => PUNCTUATION.test(char);
export const isWord = (char) => Boolean(char) && !/\s/u.test(char) && !isPunctuation(char);

/** Returns the whole character, which may be two units long, that begins or ends at a position. */
const first = (text, at) => /^./su.exec(text.slice(at, at + 2))?.[0];
const last = (text, at) => /.$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0];

/** Escapes text within a line. What begins with `^` may stand behind the bracket of a link, as a footnote does. */
export function escapeText(text) {
  return text
    .replace(/^\^|[`*\\~[\]]/g, "\\$&")
    .replace(/_/g, (mark, at, escaped) => (isWord(last(escaped, at)) && isWord(first(escaped, at + 1)) ? mark : `\\${mark}`))
    .replace(/<(?=[a-z/!?])/gi, "\\<")
    .replace(/&(?=#\d+;|#x[\da-f]+;|\w+;)/gi, "\\&");
}

/** Escapes the beginning of a line whose text is escaped already. `within` a paragraph more characters have a meaning. */
export function escapeStart(text, within) {
  const line = text.replace(/^[ \t]+/, "");
  if (within && /^[-+=|:>#]/.test(line)) return `\\${line}`;
  return line
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=|-(?=[-\s]*$)|[-:|](?=[-:|\s]*$))/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/** Encodes the last or first letter as a character reference, where a `*` beside it would otherwise be no mark. */
export const encodeLast = (text) => text.replace(/.$/su, entity);
export const encodeFirst = (text) => text.replace(/^./su, entity);

/** Escapes the URL of a link or a picture. */
export function escapeAddress(address) {
  const plain = address.replace(/\\(?=[!-/:-@[-`{-~]|$)|&(?=#\d+;|#x[\da-f]+;|\w+;)/gi, "\\$&");
  if (address && !/[\s<>]/.test(address) && isBalanced(address)) return plain;
  return `<${plain.replace(/[<>]/g, "\\$&").replace(/\n/g, "%0A")}>`;
}

function isBalanced(address) {
  let open = 0;
  for (const char of address) {
    if (char === "(") open += 1;
    if (char === ")" && --open < 0) return false;
  }
  return open === 0;
}

/** Escapes the caption of a picture or the title of a link, and quotes it. */
export function escapeTitle(title) {
  if (!title) return "";
  const plain = title.replace(/[\\"]|&(?=#\d+;|#x[\da-f]+;|\w+;)/gi, "\\$&");
  return ` "${plain.replace(/\s*\n\s*/g, " ")}"`;
}
