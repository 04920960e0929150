// Bold, italic and strikethrough that were made by inline styles instead of elements.

import { STYLED, styleOf } from "./styles.js";

const is = (style, pattern) => pattern.test(style);

/** Removes hidden elements. */
export function removeHidden(body) {
  for (const element of body.querySelectorAll(STYLED)) {
    if (is(styleOf(element), /display:\s*none|visibility:\s*hidden|mso-hide:\s*all/i)) element.remove();
  }
}

/** Wraps styled text in the elements that mean the same. */
export function styleToElements(body) {
  for (const element of body.querySelectorAll(":is(b, strong, i, em)[data-style]")) {
    const style = styleOf(element);
    // Google Docs wraps everything in a `b` that is not bold.
    const isNot = /^(B|STRONG)$/.test(element.tagName)
      ? /(?:^|[^-\w])font-weight:\s*(normal|[1-4]00)/i
      : /(?:^|[^-\w])font-style:\s*normal/i;
    if (is(style, isNot)) element.replaceWith(...element.childNodes);
  }
  for (const element of body.querySelectorAll(":is(span, font, a)[data-style]")) {
    const style = styleOf(element);
    if (element.closest("h1, h2, h3, h4, h5, h6")) continue;
    if (is(style, /(?:^|[^-\w])font-weight:\s*(bold|[6-9]00)/i)) wrap(element, "strong");
    if (is(style, /(?:^|[^-\w])font-style:\s*(italic|oblique)/i)) wrap(element, "em");
    if (is(style, /text-decoration(-line)?:[^;]*line-through/i)) wrap(element, "s");
  }
}

function wrap(element, name) {
  const mark = element.ownerDocument.createElement(name);
  mark.append(...element.childNodes);
  element.append(mark);
}
