// Several texts at once: shows which of the chosen ones gets which day, before they are sent.
import { element } from "../element.js";
import { plan } from "./places.js";

/** Draws the plan of the form that fills the empty days, if the board has one. */
export function showPlan(board) {
  for (const old of board.querySelectorAll(".planned")) old.remove();
  for (const day of board.querySelectorAll("[data-planned]")) day.removeAttribute("data-planned");
  const form = board.querySelector("form[action='/api/board/fill']");
  if (!form) return;
  const days = form.elements.days.value.split(",");
  const chosen = [...form.querySelectorAll("[name='posts[]']:checked")];
  for (const { text, day } of plan(chosen, days)) {
    const words = day ? `Kommer på dag ${day}` : "Får ingen dag: alla är tagna";
    text.closest("li").querySelector("div").append(element("p", { class: "planned" }, words));
    if (day) board.querySelector(`[data-day="${day}"]`)?.toggleAttribute("data-planned", true);
  }
}
