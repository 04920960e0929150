// Inline styles of pasted elements. The site's content security policy forbids style attributes in every document, even in
// one that is never shown, so they get another name before parsing.

const STYLE = /(<[a-z][^>]*?\s)style(?=\s*=)/gi;

/** Parses HTML into a document in which nothing runs, is fetched or has a style. */
export function parseInert(html) {
  const bare = html.replace(/<style\b[\s\S]*?(<\/style\s*>|$)/gi, "").replace(STYLE, "$1data-style");
  return new DOMParser().parseFromString(bare, "text/html");
}

export const STYLED = "[data-style]";

export const styleOf = (element) => element.getAttribute("data-style") ?? "";
