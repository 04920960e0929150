//! Whether the text tells of somebody, and how that person's consent stands.

use leptos::prelude::*;

use super::EditorView;
use crate::admin::consents::in_words;
use crate::paths;
use crate::staff::Role;

/// How consent stands in words, and the way to what is written down.
pub(super) fn consent(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let is_editor = editor.staff.role >= Role::Editor;
    let Some(consent) = &editor.consent else {
        let words =
            "Texten är inte märkt som någons berättelse. Den som berättar om en person ska ha ett samtycke.";
        let link = is_editor.then_some("Skriv in samtycke");
        return section(words.to_owned(), None, link, editor);
    };
    let hidden =
        (!consent.lets_readers(editor.now)).then_some("Läsarna ser inte texten medan samtycket inte gäller.");
    let link = if is_editor { "Visa och ändra samtycket" } else { "Visa samtycket" };
    section(
        format!("Texten är någons berättelse. {}", in_words(consent, editor.now)),
        hidden,
        Some(link),
        editor,
    )
}

fn section(
    words: String,
    hidden: Option<&'static str>,
    link: Option<&'static str>,
    editor: &EditorView<'_>,
) -> AnyView {
    let to = paths::consent(editor.post.id);
    view! {
        <p>{words}</p>
        {hidden.map(|words| view! { <p class="missing">{words}</p> })}
        {link.map(|words| view! { <p><a href=to>{words}</a></p> })}
    }
    .into_any()
}
