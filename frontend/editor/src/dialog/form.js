// A question asked in the page: a heading, fields, and buttons. It stands outside the form that the text is part of.
import { element, idOf } from "../element.js";

/** A field with its label, perhaps a hint, and room for what is wrong with it. */
export function field({ label, hint }, input) {
  const said = hint && element("p", { class: "hint" }, hint);
  const error = element("p", { class: "error", hidden: true });
  input.setAttribute("aria-describedby", [said, error].filter(Boolean).map(idOf).join(" "));
  const dom = element("div", { class: "field" }, element("label", { for: idOf(input) }, label), said, input, error);
  const say = (fault = "") => {
    error.hidden = !fault;
    error.textContent = fault;
    if (fault) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  return { dom, input, say };
}

/** Shows a form as a dialog. `closed` promises what it was closed with, and nothing when it was left. */
export function show(title, parts, { submit, first }) {
  const heading = element("h2", {}, title);
  const form = element("form", { novalidate: true }, heading, ...parts);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  const dialog = element("dialog", { class: "editor-dialog day", "aria-labelledby": idOf(heading) }, form);
  let given = null;
  const closed = new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(given);
    });
  });
  const close = (value) => {
    given = value;
    dialog.close();
  };
  document.body.append(dialog);
  dialog.showModal();
  first.focus();
  return { closed, close, dom: dialog };
}

/**
 * Asks. `fields` have a `name`, `label`, `value` and perhaps a `hint`; `check` gives a sentence per field that will not
 * do. The answer has a value per field, or `action` where another button was pressed; none when it was left.
 */
export function ask({ title, fields, submit, actions = [], check = () => ({}) }) {
  const asked = fields.map(({ name, value, type, inputmode, ...words }) => {
    const input = element(type === "textarea" ? "textarea" : "input", {
      name,
      inputmode,
      autocomplete: "off",
      rows: type && 3,
    });
    input.value = value ?? "";
    return field(words, input);
  });
  const give = (value) => () => dialog.close(value);
  const buttons = [
    element("button", { class: "button" }, submit),
    ...actions.map(({ name, label }) =>
      element("button", { class: "button danger", type: "button", onclick: give({ action: name }) }, label),
    ),
    element("button", { class: "button plain", type: "button", onclick: give(null) }, "Avbryt"),
  ];
  const answer = () => {
    const values = Object.fromEntries(asked.map(({ input }) => [input.name, input.value.trim()]));
    const faults = check(values);
    for (const { input, say } of asked) say(faults[input.name]);
    const wrong = asked.find(({ input }) => faults[input.name]);
    if (wrong) wrong.input.focus();
    else dialog.close(values);
  };
  const parts = [...asked.map(({ dom }) => dom), element("div", { class: "row" }, ...buttons)];
  const dialog = show(title, parts, { submit: answer, first: asked[0].input });
  return dialog.closed;
}
