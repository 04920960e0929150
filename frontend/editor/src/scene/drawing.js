// The doors on the drawings of the scene, as app/src/admin/editions/scene/drawing.rs draws them.
import { clamp } from "../cropper/geometry.js";

const SVG = "http://www.w3.org/2000/svg";

/** Draws doors on a drawing; `numbers` has the class of those whose number was seen without a plate when it was saved. */
export function draw(svg, places, numbers) {
  for (const door of svg.querySelectorAll("g")) door.remove();
  const { width: w, height: h } = svg.viewBox.baseVal;
  for (const [day, place] of places) {
    if (place) svg.append(door(day, place, w, h, numbers.get(day) ?? "plate"));
  }
}

function door(day, { x, y, width, height }, w, h, number) {
  const box = { x: x * w, y: y * h, width: width * w, height: height * h };
  const size = clamp(Math.min(box.height * 0.4, box.width * 0.34), 17, 40);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const plate = { width: size * (0.6 * String(day).length + 0.55), height: size * 1.3 };
  const ground = { x: middle.x - plate.width / 2, y: middle.y - plate.height / 2, ...plate, rx: size / 4 };
  const text = shape("text", { ...middle, "font-size": size });
  text.textContent = day;
  const group = shape("g", { class: `drawn-door ${number}`, "data-door": day });
  group.append(shape("rect", { class: "frame", ...box, rx: 8 }), shape("rect", { class: "ground", ...ground }), text);
  return group;
}

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
