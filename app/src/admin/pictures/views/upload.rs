//! The form that sends pictures, and what became of them.

use leptos::prelude::*;

use super::library::Library;
use crate::admin::pictures::query::ReturnPath;
use crate::admin::pictures::{ReceivedFile, UploadReport};
use crate::media::intake::LIMITS;
use crate::paths;

/// The files that a chooser of files offers. A list of extensions too, since not every system knows the new formats' types.
const ACCEPTED: &str = "image/*,.heic,.heif,.avif,.svg";

/// The form. It is folded where there are pictures to look at; with the client's help, files can be dropped and pasted on the
/// page, and each has a row that tells how far it has come.
pub(super) fn upload_form(shown: &Library) -> impl IntoView + use<> {
    let chosen_for = shown.query.chosen_for.as_ref().map(|page| {
        view! { <input type="hidden" name="valj" value=page.as_str().to_owned()/> }
    });
    view! {
        <details class="new send" open=shown.is_empty>
            <summary class="button">"Lägg till bilder"</summary>
            <form method="post" action=paths::MANY_UPLOADS enctype="multipart/form-data" data-uploads
                data-script=shown.script.clone() data-style=shown.style.clone()>
                {chosen_for}
                <div class="field">
                    <label for="files">"Bilder"</label>
                    <p class="hint" id="files-hint">
                        {format!("Högst 20 åt gången. {LIMITS} Var bilden är tagen och annat dolt i filen tas bort.")}
                        <span class="needs-script">" Du kan också dra bilder hit eller klistra in dem."</span>
                    </p>
                    <input
                        id="files" type="file" name="file" multiple accept=ACCEPTED aria-describedby="files-hint"
                    />
                </div>
                <button class="button">"Skicka"</button>
            </form>
        </details>
        <div data-upload-rows></div>
    }
}

/// What became of the files that were sent; none if none were.
pub(super) fn report(files: &UploadReport, chosen_for: Option<&ReturnPath>) -> Option<AnyView> {
    let row = |file: &ReceivedFile| {
        let name = if file.name.is_empty() { "Fil utan namn".to_owned() } else { file.name.clone() };
        let name = match file.picture {
            Some(picture) => {
                let address =
                    chosen_for.map_or_else(|| paths::library_picture(picture), |page| page.with(picture));
                view! { <a href=address dir="auto">{name}</a> }.into_any()
            }
            None => view! { <b dir="auto">{name}</b> }.into_any(),
        };
        let message = if file.message.is_empty() { "Klar." } else { &file.message };
        view! { <li>{name} ": " {message.to_owned()}</li> }
    };
    let rows = files.0.iter().map(row).collect_view();
    (!files.0.is_empty()).then(|| view! { <ul>{rows}</ul> }.into_any())
}
