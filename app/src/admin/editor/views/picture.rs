//! The lead picture's field. With the text editor's script, pictures are chosen, dropped and pasted here; without it
//! they are sent by a form of their own.

use leptos::prelude::*;

use super::EditorView;
use crate::media::intake::{ACCEPTED, LIMITS};
use crate::paths;

const UPLOAD: &str = "upload";

/// The field.
pub(super) fn picture_field(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let content = editor.content;
    let lang = content.language.as_str();
    let has_picture = editor.shown.is_some();
    view! {
        <div data-picture-field class="picture-field" id="picture" tabindex="-1">
            <input type="hidden" name="picture" value=content.picture.clone().unwrap_or_default()/>
            <img data-picture-shown src=editor.shown.clone() alt="" hidden=!has_picture/>
            <button type="button" class="button plain needs-script" data-picture-remove hidden=!has_picture>"Ta bort bilden"</button>
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
            <div class="field" data-picture-words>
                <label for="picture_alt">"Vad visar bilden?"</label>
                <p class="hint" id="picture_alt-hint">"För den som inte ser den. Skriv något annat än i bildtexten."</p>
                <input
                    id="picture_alt" name="picture_alt" value=content.picture_alt.clone() lang=lang dir="auto" autocomplete="off"
                    aria-describedby="picture_alt-hint"
                />
            </div>
            <p class="tick" data-picture-words>
                <input
                    type="checkbox" id="picture_decorative" name="picture_decorative" value="ja"
                    checked=content.picture_decorative
                />
                <label for="picture_decorative">"Bilden är bara dekoration"</label>
            </p>
            <div class="field" data-picture-words>
                <label for="picture_caption">"Bildtext"</label>
                <input
                    id="picture_caption" name="picture_caption" value=content.picture_caption.clone() lang=lang dir="auto" autocomplete="off"
                />
            </div>
        </div>
    }
}

/// The form to which the fields above belong where there is no script.
pub(super) fn plain_upload() -> impl IntoView + use<> {
    view! { <form id=UPLOAD method="post" action=paths::UPLOADS enctype="multipart/form-data"></form> }
}
