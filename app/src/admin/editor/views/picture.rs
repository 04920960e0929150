//! The lead picture's field. With the text editor's script, pictures are chosen, dropped and pasted here; without it
//! they are sent by a form of their own, or chosen on the library's page.

use leptos::prelude::*;

use super::super::action::EditorAction;
use super::EditorView;
use crate::admin::picture_hint::caption_hint;
use crate::media::LibraryWords;
use crate::media::intake::{ACCEPTED, LIMITS};
use crate::paths;
use crate::posts::{AltMode, PostContent};

const UPLOAD: &str = "upload";

/// The field.
pub(super) fn picture_field(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let content = editor.content;
    let lang = content.language.as_str();
    let has_picture = editor.shown.is_some();
    let library = editor.library.clone();
    view! {
        <div data-picture-field class="picture-field" id="picture" tabindex="-1">
            <input type="hidden" name="picture" value=content.picture.clone().unwrap_or_default()/>
            <img data-picture-shown src=editor.shown.clone() alt="" hidden=!has_picture/>
            <button type="button" class="button plain needs-script" data-picture-remove hidden=!has_picture>"Ta bort bilden"</button>
            <button class="button plain" name="action" value=EditorAction::ChoosePicture.as_str() data-picture-library=editor.staff_js.clone()>
                "Välj ur bildbiblioteket"
            </button>
            <noscript>
                <p class="hint">"Spara texten först. Välj sedan en bild och skicka den."</p>
                <div class="field">
                    <label for="upload-file">"Bild"</label>
                    <p class="hint" id="upload-hint">{LIMITS}</p>
                    <input id="upload-file" form=UPLOAD type="file" name="file" accept=ACCEPTED aria-describedby="upload-hint"/>
                </div>
                <div class="field">
                    <label for="upload-alt">"Vad visar bilden?"</label>
                    <input id="upload-alt" form=UPLOAD name="alt" autocomplete="off"/>
                </div>
                <button class="button plain" form=UPLOAD>"Skicka bilden"</button>
            </noscript>
            {described_by(content, library.clone(), lang)}
            <div class="field" data-picture-words>
                <label for="picture_caption">"Bildtext"</label>
                <p class="hint" id="picture_caption-hint" data-library>{caption_hint(&library)}</p>
                <input
                    id="picture_caption" name="picture_caption" value=content.picture_caption.clone() lang=lang dir="auto" autocomplete="off"
                    aria-describedby="picture_caption-hint"
                />
            </div>
        </div>
    }
}

/// Whose words describe the picture, with the words themselves.
fn described_by(content: &PostContent, library: LibraryWords, lang: &'static str) -> impl IntoView + use<> {
    let own = content.picture_alt.clone();
    let chosen = content.picture_alt_mode;
    let choice = move |mode: AltMode, label: &'static str| {
        let id = format!("alt-{}", mode.as_str());
        view! {
            <p class="tick">
                <input
                    type="radio" id=id.clone() name="picture_alt_mode" value=mode.as_str() checked=mode == chosen
                    aria-describedby=(mode == AltMode::Library).then_some("library-alt")
                />
                <label for=id>{label}</label>
            </p>
        }
    };
    let words = if library.alt.is_empty() { "–".to_owned() } else { library.alt };
    view! {
        <fieldset class="alt-modes" data-picture-words>
            <legend>"Hur beskrivs bilden för den som inte ser den?"</legend>
            {choice(AltMode::Library, "Med bildbibliotekets ord")}
            <p class="hint" id="library-alt" data-library dir="auto">{words}</p>
            {choice(AltMode::Own, "Med egna ord")}
            <div class="field">
                <label for="picture_alt">"Vad visar bilden?"</label>
                <p class="hint" id="picture_alt-hint">"Skriv något annat än i bildtexten."</p>
                <input
                    id="picture_alt" name="picture_alt" value=own lang=lang dir="auto" autocomplete="off"
                    aria-describedby="picture_alt-hint"
                />
            </div>
            {choice(AltMode::Decorative, "Inte alls: bilden är bara dekoration")}
            {choice(AltMode::Undecided, "Det är inte bestämt än")}
        </fieldset>
    }
}

/// The form to which the fields above belong where there is no script.
pub(super) fn plain_upload() -> impl IntoView + use<> {
    view! { <form id=UPLOAD method="post" action=paths::UPLOADS enctype="multipart/form-data"></form> }
}
