// Forms in a dialog: a heading, fields and buttons. They are no part of the form around the text.
import { element, idOf } from "../element.js";

/** Returns a field with its label, an optional hint, and a place for its error. */
export function field({ label, hint }, input) {
  const note = hint && element("p", { class: "hint" }, hint);
  const error = element("p", { class: "error", hidden: true });
  input.setAttribute("aria-describedby", [note, error].filter(Boolean).map(idOf).join(" "));
  const dom = element("div", { class: "field" }, element("label", { for: idOf(input) }, label), note, input, error);
  const setError = (message = "") => {
    error.hidden = !message;
    error.textContent = message;
    if (message) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  return { dom, input, setError };
}

/** Shows a form as a dialog. `closed` resolves to the value that it was closed with, and to null when it was cancelled. */
export function showDialog(title, parts, { submit, first }) {
  const heading = element("h2", {}, title);
  const form = element("form", { novalidate: true }, heading, ...parts);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  const dialog = element("dialog", { class: "editor-dialog day", "aria-labelledby": idOf(heading) }, form);
  let result = null;
  const closed = new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(result);
    });
  });
  const close = (value) => {
    result = value;
    dialog.close();
  };
  document.body.append(dialog);
  dialog.showModal();
  first.focus();
  return { closed, close, dom: dialog };
}

/**
 * Shows a dialog with fields. They have a `name`, `label`, `value` and perhaps a `hint`; `check` returns an error message
 * for each invalid field. Resolves to the values by name, to `{ action }` for another button, and to null when cancelled.
 */
export function showForm({ title, fields, submit, actions = [], check = () => ({}) }) {
  const inputs = fields.map(({ name, value, type, inputmode, ...words }) => {
    const input = element(type === "textarea" ? "textarea" : "input", {
      name,
      inputmode,
      autocomplete: "off",
      rows: type && 3,
    });
    input.value = value ?? "";
    return field(words, input);
  });
  const closeWith = (value) => () => dialog.close(value);
  const buttons = [
    element("button", { class: "button" }, submit),
    ...actions.map(({ name, label }) =>
      element("button", { class: "button danger", type: "button", onclick: closeWith({ action: name }) }, label),
    ),
    element("button", { class: "button plain", type: "button", onclick: closeWith(null) }, "Avbryt"),
  ];
  const onSubmit = () => {
    const values = Object.fromEntries(inputs.map(({ input }) => [input.name, input.value.trim()]));
    const errors = check(values);
    for (const { input, setError } of inputs) setError(errors[input.name]);
    const invalid = inputs.find(({ input }) => errors[input.name]);
    if (invalid) invalid.input.focus();
    else dialog.close(values);
  };
  const parts = [...inputs.map(({ dom }) => dom), element("div", { class: "row" }, ...buttons)];
  const dialog = showDialog(title, parts, { submit: onSubmit, first: inputs[0].input });
  return dialog.closed;
}
