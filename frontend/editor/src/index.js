// The editor of a text: what you see is the page, what is saved is Markdown in the text area that it stands in for.
//
//   const editor = mount(document.querySelector("textarea"), { onPicture: async (file) => ({ src, alt, caption }) });
//
// The text area stays part of its form, and its value is always what would be saved; `input` is fired on it after
// each change. Whoever puts another text into the text area fires `guldkorn-text` on it, and the editor takes it over.
// `getMarkdown()`, `setMarkdown(text)`, `focus()` and `destroy()` are what a page needs beside that.
import { gapCursor } from "prosemirror-gapcursor";
import { closeHistory, history } from "prosemirror-history";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { buttons } from "./bar/buttons.js";
import { Toolbar } from "./bar/toolbar.js";
import { editPicture, pictureAt } from "./dialog/picture.js";
import { element, idOf } from "./element.js";
import { keys } from "./keys.js";
import { read, textOf } from "./markdown/index.js";
import { paste } from "./paste/index.js";
import { pictures, place } from "./pictures.js";
import { sources } from "./quote.js";
import { rules } from "./rules.js";
import { isInTable, TABLE_BUTTONS, tables } from "./tables.js";
import { chooser } from "./upload/kinds.js";

/** Fired on the text area by whoever has put another text into it. */
const TEXT = "guldkorn-text";

export function mount(textarea, options = {}) {
  return new Editor(textarea, options).api();
}

const removeSelection = (state, dispatch) => {
  dispatch?.(state.tr.deleteSelection());
  return !state.selection.empty;
};

class Editor {
  constructor(textarea, { onPicture }) {
    this.textarea = textarea;
    this.onPicture = onPicture;
    this.isPlain = false;
    const { doc, spelling } = read(textarea.value);
    this.spelling = spelling;

    this.status = element("p", { class: "editor-note", role: "status" });
    this.say = (words) => (this.status.textContent = words);
    this.chooser = chooser((files) => this.chosen(files), { multiple: true });
    const own = buttons({ choose: onPicture && (() => this.chooser.click()), say: this.say });
    const plain = {
      name: "Visa som Markdown",
      text: true,
      press: () => this.showPlain(!this.isPlain),
      pressed: () => this.isPlain,
    };
    const described = {
      name: "Ändra bildens texter",
      text: true,
      opens: "dialog",
      run: (_, dispatch, view) => !dispatch || (editPicture(view), true),
    };
    const gone = { name: "Ta bort bilden", text: true, run: removeSelection };

    const place = element("div", { class: "editor-place" });
    const view = () => this.view;
    this.bar = new Toolbar("Textens utseende", [...own, plain], view);
    this.tableBar = new Toolbar("Tabell", TABLE_BUTTONS, view);
    this.pictureBar = new Toolbar("Bild", [described, gone], view);
    const bars = element("div", { class: "editor-bars" }, this.bar.dom, this.tableBar.dom, this.pictureBar.dom);
    this.dom = element("div", { class: "editor" }, bars, this.status, place, this.chooser);
    textarea.before(this.dom);
    const toToolbar = () => (this.bar.focus(), true);
    this.plugins = [
      sources,
      rules,
      pictures(onPicture, this.say),
      paste(this.say, Boolean(onPicture)),
      ...keys(own, toToolbar),
      ...tables,
      gapCursor(),
      history(),
    ];
    this.view = new EditorView(
      { mount: place },
      {
        state: EditorState.create({ doc, plugins: this.plugins }),
        attributes: this.attributes(),
        dispatchTransaction: (tr) => this.dispatch(tr),
      },
    );
    for (const { dom } of [this.bar, this.tableBar, this.pictureBar]) dom.setAttribute("aria-controls", idOf(place));
    this.hideTextarea();
    this.takeOver = () => this.load(textarea.value);
    textarea.addEventListener(TEXT, this.takeOver);
    this.update();
  }

  /** The text is called what the text area is called. */
  attributes() {
    const [label] = this.textarea.labels ?? [];
    const copied = ["aria-describedby", "lang", "aria-invalid"].map((name) => [name, this.textarea.getAttribute(name)]);
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
    // A browser cannot point at a field that is hidden, so it would refuse to send the form without saying why.
    this.wasRequired = this.textarea.required;
    this.textarea.required = false;
    this.textarea.hidden = true;
    [this.label] = this.textarea.labels ?? [];
    this.toText = (event) => {
      if (this.isPlain) return;
      event.preventDefault();
      this.view.focus();
    };
    this.label?.addEventListener("click", this.toText);
  }

  dispatch(tr) {
    this.view.updateState(this.view.state.apply(tr));
    if (tr.docChanged) {
      if (this.status.textContent && !tr.getMeta("keepNote") && tr.getMeta("uiEvent") !== "paste") this.clearNote();
      this.textarea.value = textOf(this.view.state.doc, this.spelling);
      this.textarea.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.update();
  }

  /** What was said stays for as long as it takes to read it. */
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

  chosen(files) {
    this.view.focus();
    for (const file of files) place(this.view, file, undefined, this.onPicture, this.say);
  }

  /** The text area itself, or the text as the page shows it. */
  showPlain(isPlain) {
    if (isPlain === this.isPlain) return;
    this.isPlain = isPlain;
    this.textarea.hidden = !isPlain;
    this.view.dom.hidden = isPlain;
    if (!isPlain) this.load(this.textarea.value);
    this.update();
    (isPlain ? this.textarea : this.view).focus();
  }

  /** Puts another text in place of this one, which can be undone. */
  load(markdown) {
    if (markdown === textOf(this.view.state.doc, this.spelling)) return;
    const { doc, spelling } = read(markdown);
    this.spelling = spelling;
    // Undoing it undoes nothing that was typed just before.
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
        this.label?.removeEventListener("click", this.toText);
        this.textarea.removeEventListener(TEXT, this.takeOver);
        this.view.destroy();
        this.dom.remove();
        this.textarea.hidden = false;
        this.textarea.required = this.wasRequired;
      },
    };
  }
}
