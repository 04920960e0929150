// Which URLs links and pictures may have: the same rules as the renderer's.

const UNSEEN = /[\u0000-\u0020\u007f-\u00a0]/g;

/** Whether a URL is a path on this site. */
export function isLocal(address) {
  return /^\/(?!\/)/.test(address) && !/[\\\s\u0000-\u001f\u007f]/.test(address);
}

/** Whether the page may link to a URL: a page of this or another site, a mailbox or a telephone. */
export function isAllowed(address) {
  const plain = address.replace(UNSEEN, "").replaceAll("\\", "/");
  const scheme = /^([^/?#]*?):/.exec(plain)?.[1].toLowerCase();
  return scheme === undefined || ["http", "https", "mailto", "tel"].includes(scheme);
}

/** Makes a URL of what somebody typed; null if that is impossible. */
export function parseUrl(typed) {
  const text = typed.trim();
  if (!text || /\s/.test(text.replace(/^[+\d][\d\s()-]*$/, "")) || !isAllowed(text)) return null;
  if (/^(https?:\/\/[^/]|mailto:[^@]+@|tel:\+?\d)/i.test(text)) return text;
  if (/^(https?|mailto|tel):/i.test(text)) return null;
  if (/^(\/(?!\/)|#.)/.test(text)) return text;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  if (/^\+?\d[\d\s()-]*$/.test(text)) return text.replace(/\D/g, "").length < 3 ? null : telephone(text);
  if (/^([\p{L}\d-]+\.)+\p{L}{2,}(:\d+)?([/?#].*)?$/u.test(text)) return `https://${text}`;
  return null;
}

/** Omits the nought in "+46 (0)20" which is only dialled without the country code. */
const telephone = (text) =>
  `tel:${text.startsWith("+") ? "+" : ""}${text.replace(text.startsWith("+") ? /\(0\)|\D/g : /\D/g, "")}`;
