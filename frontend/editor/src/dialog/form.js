// A question asked in the page: a heading, fields, and buttons. It stands outside the form that the text is part of.
import { element, idOf } from "../element.js";

/**
 * Asks. `fields` have a `name`, `label`, `value` and perhaps a `hint`; `check` gives a sentence per field that will not
 * do. The answer has a value per field, or `action` where another button was pressed; none when it was left.
 */
export function ask({ title, fields, submit, actions = [], check = () => ({}) }) {
  const heading = element("h2", {}, title);
  const inputs = fields.map(({ name, value, type, inputmode }) => {
    const input = element(type === "textarea" ? "textarea" : "input", {
      name,
      inputmode,
      autocomplete: "off",
      rows: type && 3,
    });
    input.value = value ?? "";
    return input;
  });
  const errors = fields.map(() => element("p", { class: "error", hidden: true }));
  const rows = fields.map(({ label, hint }, i) => {
    const said = hint && element("p", { class: "hint" }, hint);
    const described = [said, errors[i]].filter(Boolean).map(idOf).join(" ");
    inputs[i].setAttribute("aria-describedby", described);
    return element(
      "div",
      { class: "field" },
      element("label", { for: idOf(inputs[i]) }, label),
      said,
      inputs[i],
      errors[i],
    );
  });
  return new Promise((answer) => {
    let given = null;
    const give = (value) => {
      given = value;
      dialog.close();
    };
    const buttons = [
      element("button", { class: "button" }, submit),
      ...actions.map(({ name, label }) =>
        element("button", { class: "button danger", type: "button", onclick: () => give({ action: name }) }, label),
      ),
      element("button", { class: "button plain", type: "button", onclick: () => give(null) }, "Avbryt"),
    ];
    const form = element("form", { novalidate: true }, heading, ...rows, element("div", { class: "row" }, ...buttons));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const values = Object.fromEntries(inputs.map(({ name, value }) => [name, value.trim()]));
      const faults = check(values);
      inputs.forEach((input, i) => {
        const fault = faults[input.name];
        errors[i].hidden = !fault;
        errors[i].textContent = fault ?? "";
        input.toggleAttribute("aria-invalid", Boolean(fault));
        if (fault) input.setAttribute("aria-invalid", "true");
      });
      const wrong = inputs.find((input) => faults[input.name]);
      if (wrong) wrong.focus();
      else give(values);
    });
    const dialog = element("dialog", { class: "editor-dialog day", "aria-labelledby": idOf(heading) }, form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(given);
    });
    document.body.append(dialog);
    dialog.showModal();
    inputs[0].focus();
  });
}
