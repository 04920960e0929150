// Creates elements without markup in strings.

/** Creates an element with attributes (functions such as `onclick` become listeners) and children. */
export function element(name, attributes = {}, ...children) {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") created.addEventListener(key.slice(2), value);
    else if (value === true) created.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) created.setAttribute(key, value);
  }
  created.append(...children.filter((child) => child !== null && child !== undefined));
  return created;
}

const SVG = "http://www.w3.org/2000/svg";

/** Creates an icon from an SVG path on a grid of 24. */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/** Returns the id of an element, and gives it one if it has none. By chance, since several scripts share the page. */
export function idOf(node) {
  node.id ||= `id-${Math.random().toString(36).slice(2)}`;
  return node.id;
}
