// Bold, italic and struck out, where it is said by the looks instead of by an element.

import { LOOKS, look } from "./look.js";

const is = (style, pattern) => pattern.test(style);

/** Takes away what is not to be seen. */
export function dropHidden(body) {
  for (const element of body.querySelectorAll(LOOKS)) {
    if (is(look(element), /display:\s*none|visibility:\s*hidden|mso-hide:\s*all/i)) element.remove();
  }
}

/** Gives each run of words the elements that its looks stand for. */
export function nameMarks(body) {
  for (const element of body.querySelectorAll(":is(b, strong, i, em)[data-look]")) {
    const style = look(element);
    // Some wrap all they copy in bold that is not bold.
    const isNot = /^(B|STRONG)$/.test(element.tagName)
      ? /(?:^|[^-\w])font-weight:\s*(normal|[1-4]00)/i
      : /(?:^|[^-\w])font-style:\s*normal/i;
    if (is(style, isNot)) element.replaceWith(...element.childNodes);
  }
  for (const element of body.querySelectorAll(":is(span, font, a)[data-look]")) {
    const style = look(element);
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
