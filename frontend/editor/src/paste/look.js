// What a pasted element says of its looks. Under the site's policy no document may have style attributes, not even
// one that is never shown, so they get another name before anything is read.

const STYLE = /(<[a-z][^>]*?\s)style(?=\s*=)/gi;

/** Reads HTML into a document in which nothing runs, is fetched or has a look. */
export function inert(html) {
  const bare = html.replace(/<style\b[\s\S]*?(<\/style\s*>|$)/gi, "").replace(STYLE, "$1data-look");
  return new DOMParser().parseFromString(bare, "text/html");
}

export const LOOKS = "[data-look]";

export const look = (element) => element.getAttribute("data-look") ?? "";
