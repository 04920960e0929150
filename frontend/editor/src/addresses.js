// Where a link may lead and where a picture may come from: the same rules as the renderer's.

const UNSEEN = /[\u0000-\u0020\u007f-\u00a0]/g;

/** Whether an address is a path on this site, as the renderer reads it. */
export function isLocal(address) {
  return /^\/(?!\/)/.test(address) && !/[\\\s\u0000-\u001f\u007f]/.test(address);
}

/** Whether the page makes a link of an address: to this site, another site, a mailbox or a telephone. */
export function leadsSomewhere(address) {
  const plain = address.replace(UNSEEN, "").replaceAll("\\", "/");
  const scheme = /^([^/?#]*?):/.exec(plain)?.[1].toLowerCase();
  return scheme === undefined || ["http", "https", "mailto", "tel"].includes(scheme);
}

/** Makes an address of what somebody typed, or nothing of what can be none. */
export function addressOf(typed) {
  const text = typed.trim();
  if (!text || /\s/.test(text.replace(/^[+\d][\d\s()-]*$/, "")) || !leadsSomewhere(text)) return null;
  if (/^(https?:\/\/[^/]|mailto:[^@]+@|tel:\+?\d)/i.test(text)) return text;
  if (/^(https?|mailto|tel):/i.test(text)) return null;
  if (/^(\/(?!\/)|#.)/.test(text)) return text;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  if (/^\+?\d[\d\s()-]*$/.test(text)) return text.replace(/\D/g, "").length < 3 ? null : telephone(text);
  if (/^([\p{L}\d-]+\.)+\p{L}{2,}(:\d+)?([/?#].*)?$/u.test(text)) return `https://${text}`;
  return null;
}

/** The nought in "+46 (0)20" is for those who do not dial the country. */
const telephone = (text) =>
  `tel:${text.startsWith("+") ? "+" : ""}${text.replace(text.startsWith("+") ? /\(0\)|\D/g : /\D/g, "")}`;
