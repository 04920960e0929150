//! What a rendition is made of: the original beside it, only to be read, and what has changed there since.

use leptos::prelude::*;

use super::notices::link;
use super::versions::differences;
use crate::admin::editor::action::EditorAction;
use crate::paths;
use crate::posts::diff::FieldDifference;
use crate::posts::{EditablePost, RenditionKind};
use crate::ui::Prose;

/// The original of a rendition.
pub(in crate::admin::editor) struct Original {
    /// The original, whose words for readers are shown.
    pub(in crate::admin::editor) post: EditablePost,
    /// How the rendition tells it.
    pub(in crate::admin::editor) told: RenditionKind,
    /// Its text as HTML without ids, which are the form's.
    pub(in crate::admin::editor) body_html: String,
    /// What has changed in it since somebody last held the rendition against it.
    pub(in crate::admin::editor) changes: Vec<FieldDifference>,
}

/// The original, in a part of its own that scrolls: above the fields on a narrow screen, beside them on a wide one.
pub(super) fn beside(original: &Original) -> impl IntoView + use<> {
    let words = original.post.words_for_readers();
    let lang = words.language.lang();
    let dir = words.language.dir();
    let quote = (!words.quote.is_empty()).then(|| {
        view! { <blockquote lang=lang dir=dir><p>{words.quote.clone()}</p><p>{words.source.clone()}</p></blockquote> }
    });
    view! {
        <section class="original" aria-labelledby="original-heading">
            <h2 id="original-heading">"Originalet"</h2>
            <p>"Du skriver samma sak: " <b>{original.told.in_words().to_lowercase()}</b></p>
            <p class="quiet"><a href=paths::edit_post(original.post.id)>"Öppna originalet"</a></p>
            <div class="original-text" role="region" aria-label="Originalets text" tabindex="0">
                <h3 lang=lang dir=dir>{words.title_or_untitled().to_owned()}</h3>
                {quote}
                <Prose html=original.body_html.clone() lang dir/>
            </div>
        </section>
    }
}

/// That the original has changed, with the words, and the button that says that the rendition is right all the same.
pub(super) fn changed(original: &Original) -> Option<AnyView> {
    (!original.changes.is_empty()).then(|| {
        view! {
            <div class="notice" data-kind="changed">
                <p>"Originalet har ändrats sedan den här texten jämfördes med det."</p>
                <details>
                    <summary>"Visa vad som har ändrats"</summary>
                    {differences(&original.changes)}
                </details>
                <p>{link(EditorAction::MarkSeen, "Jag har sett det, texten stämmer")}</p>
            </div>
        }
        .into_any()
    })
}
