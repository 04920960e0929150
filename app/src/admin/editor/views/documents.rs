//! The documents below the text: each with a box that keeps it there, and the way to more.

use leptos::prelude::*;

use super::EditorView;
use super::bar::button;
use crate::admin::editor::action::EditorAction;
use crate::documents::Document;
use crate::paths;

/// The list. Taking a box's tick away takes the document away with the next save; the file stays.
pub(super) fn documents(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let rows =
        editor.documents.iter().zip(1..).map(|(document, place): (&Document, u32)| row(document, place));
    let rows = rows.collect_view();
    let hint = if editor.documents.is_empty() {
        "Rapporter och annat att ladda ner. De står under texten."
    } else {
        "Ta bort krysset för det som inte ska stå under texten."
    };
    view! {
        <p class="hint">{hint}</p>
        {rows}
        {button(EditorAction::AddDocument, "button plain", "Lägg till dokument")}
    }
}

fn row(document: &Document, place: u32) -> impl IntoView + use<> {
    let id = format!("document_{place}");
    view! {
        <p class="tick">
            <input type="checkbox" id=id.clone() name=id.clone() value=document.path() checked=true/>
            <label for=id>
                <span lang=document.language.lang() dir="auto">{document.title.clone()}</span>
                {format!(" ({})", document.facts())}
            </label>
        </p>
        <p class="hint"><a href=paths::staff_document(document.id)>"Ändra" <span class="visually-hidden">" " {document.title.clone()}</span></a></p>
    }
}
