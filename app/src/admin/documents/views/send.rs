//! The forms that send a file.

use leptos::prelude::*;

use crate::admin::documents::handlers::More;
use crate::admin::flash::Flash;
use crate::admin::form_field::form_field;
use crate::documents::DocumentId;
use crate::language::Language;
use crate::paths;
use crate::posts::PostId;

/// What is accepted, in words.
const HINT: &str =
    "PDF, Word, Excel, PowerPoint, LibreOffice, text eller CSV. Högst 25 MB, utan makron och lösenord.";
/// The same for browsers, which use it to show fitting files first.
const ACCEPT: &str = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.csv,application/pdf,text/plain,text/csv";

/// The form for a new document, below a post if one is named.
pub(super) fn new_document(flash: &Flash<More>, text: Option<PostId>) -> impl IntoView + use<> {
    let language = flash.more.language.unwrap_or_default();
    view! {
        <form method="post" action=paths::STAFF_DOCUMENTS enctype="multipart/form-data" novalidate=true>
            {text.map(|text| view! { <input type="hidden" name="text" value=text/> })}
            {form_field("title", "title", "Titel")
                .value(flash.more.title.clone().unwrap_or_default())
                .hint("Säg vad dokumentet är: ”Årsrapport 2025”. Lämna tomt för filens namn.")
                .errors(&flash.errors)
                .line("text")}
            {language_field(language)}
            {file_field(flash)}
            <button class="button">"Skicka"</button>
        </form>
    }
}

/// The form for another file of a document.
pub(super) fn other_file(flash: &Flash<More>, id: DocumentId) -> impl IntoView + use<> {
    view! {
        <form method="post" action=paths::STAFF_DOCUMENTS enctype="multipart/form-data" novalidate=true>
            <input type="hidden" name="replaces" value=id.to_string()/>
            {file_field(flash)}
            <button class="button plain">"Byt fil"</button>
        </form>
    }
}

/// The choice of a document's language.
pub(super) fn language_field(language: Language) -> AnyView {
    form_field("language", "language", "Språk i dokumentet")
        .value(language.as_str())
        .choice(Language::all().map(|(language, name)| (language.as_str(), name)))
}

/// The fields before it are sent first, so that they are known when the file comes.
fn file_field(flash: &Flash<More>) -> impl IntoView + use<> {
    let error = flash.errors.message_for("file").map(str::to_owned);
    let described_by = if error.is_some() { "file-hint file-error" } else { "file-hint" };
    view! {
        <div class="field">
            <label for="file">"Fil"</label>
            <p class="hint" id="file-hint">{HINT}</p>
            {error.clone().map(|error| view! { <p class="error" id="file-error">{error}</p> })}
            <input
                id="file" name="file" type="file" accept=ACCEPT aria-describedby=described_by
                aria-invalid=error.is_some().then_some("true")
            />
        </div>
    }
}
