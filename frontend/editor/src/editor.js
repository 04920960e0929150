// The text editor: it looks like the page, and writes Markdown into the text area that it replaces.
//
//   const editor = mount(document.querySelector("textarea"), { onPicture: async (file) => ({ src, alt, caption }) });
//
// The text area stays part of its form, and its value is always what would be saved; `input` is fired on it after
// each change. Code that sets another value fires `guldkorn-text` on the text area, and the editor loads it.
// The editor also has `getMarkdown()`, `setMarkdown(text)`, `focus()` and `destroy()`.
import { gapCursor } from "prosemirror-gapcursor";
import { closeHistory, history } from "prosemirror-history";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { buttons } from "./toolbar/buttons.js";
import { Toolbar } from "./toolbar/toolbar.js";
import { editPicture, pictureAt } from "./dialog/picture.js";
import { element, idOf } from "./element.js";
import { keys } from "./keymap.js";
import { parse, toMarkdown } from "./markdown/index.js";
import { paste } from "./paste/index.js";
import { addPicture, pictures } from "./pictures.js";
import { sources } from "./quote-source.js";
import { rules } from "./input-rules.js";
import { isInTable, TABLE_BUTTONS, tables } from "./tables.js";
import { filePicker } from "./upload/files.js";

/** Fired on the text area after its value was set by code. */
const VALUE_SET = "guldkorn-text";

export function mount(textarea, options = {}) {
  return new Editor(textarea, options).api();
}

const removeSelection = (state, dispatch) => {
  dispatch?.(state.tr.deleteSelection());
  return !state.selection.empty;
};

class Editor {
  constructor(textarea, { onPicture, onLibrary }) {
    this.textarea = textarea;
    this.onPicture = onPicture;
    this.onLibrary = onLibrary;
    this.isPlain = false;
    const { doc, original } = parse(textarea.value);
    this.original = original;

    this.status = element("p", { class: "editor-note", role: "status" });
    this.announce = (words) => (this.status.textContent = words);
    this.filePicker = filePicker((files) => this.onFilesChosen(files), { multiple: true });
    const own = buttons({
      choose: onPicture && (() => this.filePicker.click()),
      fromLibrary: onLibrary && (() => this.addFromLibrary()),
      announce: this.announce,
    });
    const plain = {
      name: "Visa som Markdown",
      text: true,
      press: () => this.showMarkdown(!this.isPlain),
      pressed: () => this.isPlain,
    };
    const edit = {
      name: "Ändra bildens texter",
      text: true,
      opens: "dialog",
      run: (_, dispatch, view) => !dispatch || (editPicture(view), true),
    };
    const remove = { name: "Ta bort bilden", text: true, run: removeSelection };

    const target = element("div", { class: "editor-place" });
    const view = () => this.view;
    this.bar = new Toolbar("Textens utseende", [...own, plain], view);
    this.tableBar = new Toolbar("Tabell", TABLE_BUTTONS, view);
    this.pictureBar = new Toolbar("Bild", [edit, remove], view);
    const bars = element("div", { class: "editor-bars" }, this.bar.dom, this.tableBar.dom, this.pictureBar.dom);
    this.dom = element("div", { class: "editor" }, bars, this.status, target, this.filePicker);
    textarea.before(this.dom);
    const toToolbar = () => (this.bar.focus(), true);
    this.plugins = [
      sources,
      rules,
      pictures(onPicture, this.announce),
      paste(this.announce, Boolean(onPicture)),
      ...keys(own, toToolbar),
      ...tables,
      gapCursor(),
      history(),
    ];
    this.view = new EditorView(
      { mount: target },
      {
        state: EditorState.create({ doc, plugins: this.plugins }),
        attributes: this.attributes(),
        dispatchTransaction: (tr) => this.dispatch(tr),
      },
    );
    for (const { dom } of [this.bar, this.tableBar, this.pictureBar]) dom.setAttribute("aria-controls", idOf(target));
    this.hideTextarea();
    this.reload = () => this.load(textarea.value);
    textarea.addEventListener(VALUE_SET, this.reload);
    this.update();
  }

  /** Returns the attributes of the editable element, which is labelled like the text area. */
  attributes() {
    const [label] = this.textarea.labels ?? [];
    const copied = ["aria-describedby", "lang", "dir", "aria-invalid"].map((name) => [name, this.textarea.getAttribute(name)]);
    return {
      class: "editor-text prose",
      role: "textbox",
      "aria-multiline": "true",
      spellcheck: "true",
      ...(label
        ? { "aria-labelledby": idOf(label) }
        : { "aria-label": this.textarea.getAttribute("aria-label") ?? "Text" }),
      ...(this.textarea.required ? { "aria-required": "true" } : {}),
      ...Object.fromEntries(copied.filter(([, value]) => value !== null)),
    };
  }

  hideTextarea() {
    // A browser cannot focus a hidden field: it would refuse to submit the form without a message.
    this.wasRequired = this.textarea.required;
    this.textarea.required = false;
    this.textarea.hidden = true;
    [this.label] = this.textarea.labels ?? [];
    this.focusText = (event) => {
      if (this.isPlain) return;
      event.preventDefault();
      this.view.focus();
    };
    this.label?.addEventListener("click", this.focusText);
  }

  dispatch(tr) {
    this.view.updateState(this.view.state.apply(tr));
    if (tr.docChanged) {
      if (this.status.textContent && !tr.getMeta("keepNote") && tr.getMeta("uiEvent") !== "paste") this.clearNote();
      this.textarea.value = toMarkdown(this.view.state.doc, this.original);
      this.textarea.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.update();
  }

  /** Clears the message after as long as it takes to read it. */
  clearNote() {
    clearTimeout(this.clearing);
    const { textContent } = this.status;
    this.clearing = setTimeout(() => {
      if (this.status.textContent === textContent) this.status.textContent = "";
    }, 8000);
  }

  update() {
    const { state } = this.view;
    this.bar.update(state, this.isPlain);
    const isTable = !this.isPlain && isInTable(state);
    const isPicture = !this.isPlain && pictureAt(state) !== null;
    this.tableBar.dom.hidden = !isTable;
    this.pictureBar.dom.hidden = !isPicture;
    if (isTable) this.tableBar.update(state);
    if (isPicture) this.pictureBar.update(state);
  }

  onFilesChosen(files) {
    this.view.focus();
    for (const file of files) addPicture(this.view, file, undefined, this.onPicture, this.announce);
  }

  /** Adds a picture of the library, after which the text has the focus again. */
  async addFromLibrary() {
    await addPicture(this.view, { name: "library" }, undefined, this.onLibrary, this.announce);
    if (!this.view.isDestroyed) this.view.focus();
  }

  /** Switches between the text area itself and the text as the page shows it. */
  showMarkdown(isPlain) {
    if (isPlain === this.isPlain) return;
    this.isPlain = isPlain;
    this.textarea.hidden = !isPlain;
    this.view.dom.hidden = isPlain;
    if (!isPlain) this.load(this.textarea.value);
    this.update();
    (isPlain ? this.textarea : this.view).focus();
  }

  /** Replaces the text, as a step that can be undone. */
  load(markdown) {
    if (markdown === toMarkdown(this.view.state.doc, this.original)) return;
    const { doc, original } = parse(markdown);
    this.original = original;
    // Undoing it must not also undo what was typed just before.
    const tr = closeHistory(this.view.state.tr);
    this.view.updateState(this.view.state.apply(tr.replaceWith(0, tr.doc.content.size, doc.content)));
    this.update();
  }

  api() {
    return {
      getMarkdown: () => this.textarea.value,
      setMarkdown: (text) => {
        this.textarea.value = text;
        this.load(this.textarea.value);
      },
      focus: () => (this.isPlain ? this.textarea : this.view).focus(),
      destroy: () => {
        clearTimeout(this.clearing);
        this.label?.removeEventListener("click", this.focusText);
        this.textarea.removeEventListener(VALUE_SET, this.reload);
        this.view.destroy();
        this.dom.remove();
        this.textarea.hidden = false;
        this.textarea.required = this.wasRequired;
      },
    };
  }
}
