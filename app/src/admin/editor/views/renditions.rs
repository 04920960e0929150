//! A post in plain words and in other languages: what there is, and the buttons that begin what is not.

use leptos::prelude::*;

use super::EditorView;
use super::bar::button;
use crate::admin::editor::action::EditorAction;
use crate::paths;
use crate::posts::rendition::StaffRendition;
use crate::posts::{Language, PostStatus, RenditionKind};

/// A rendition, and whether its original has changed since somebody held it against that.
pub(in crate::admin::editor) struct RenditionState {
    /// The rendition.
    pub(in crate::admin::editor) rendition: StaffRendition,
    /// Whether the original says something else now.
    pub(in crate::admin::editor) has_changed: bool,
}

/// The part of the side that lists them; nothing in a rendition.
pub(super) fn renditions(editor: &EditorView<'_>) -> Option<AnyView> {
    if editor.original.is_some() {
        return None;
    }
    Some(
        view! {
            <section aria-labelledby="lattlast">
                <h2 id="lattlast" tabindex="-1">"Lättläst och andra språk"</h2>
                {if editor.post.may_have_renditions() || editor.is_draft {
                    list(editor).into_any()
                } else {
                    view! { <p class="quiet">"Skriv texten först. Sedan kan du göra den lättläst eller översätta den."</p> }
                        .into_any()
                }}
            </section>
        }
        .into_any(),
    )
}

fn list(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let has_easy_read = editor.renditions.iter().any(|state| state.rendition.told.is_easy_read());
    let items = editor.renditions.iter().map(item).collect_view();
    let own = editor.content.language;
    let taken: Vec<RenditionKind> = editor.renditions.iter().map(|state| state.rendition.told).collect();
    let free = Language::all()
        .filter(|(language, _)| *language != own && !taken.contains(&RenditionKind::Translation(*language)));
    let options = free.map(|(language, name)| view! { <option value=language.as_str()>{name}</option> });
    view! {
        {(!has_easy_read).then(|| view! { <p>"Lättläst: saknas"</p> })}
        {(!editor.renditions.is_empty()).then(|| view! { <ul class="plain-list">{items}</ul> })}
        {(!has_easy_read).then(|| button(EditorAction::AddEasyRead, "button plain", "Skriv en lättläst text"))}
        <div class="field">
            <label for="translation">"Översätt till"</label>
            <select id="translation" name="translation">
                <option value="">"Välj språk"</option>
                {options.collect_view()}
            </select>
        </div>
        {button(EditorAction::AddTranslation, "button plain", "Skriv en översättning")}
    }
}

/// "Lättläst: utkast"
fn item(state: &RenditionState) -> impl IntoView + use<> {
    let StaffRendition { id, told, status, .. } = &state.rendition;
    let how_far = match status {
        PostStatus::Published => "finns",
        PostStatus::Draft => "utkast",
        PostStatus::Ready => "klar för publicering",
        PostStatus::Scheduled => "publiceras med originalet",
        PostStatus::Withdrawn => "tillbakadragen",
        PostStatus::Trash => "i papperskorgen",
    };
    view! {
        <li>
            <a href=paths::edit_post(*id)>{told.in_words()}</a> {format!(": {how_far}")}
            {state.has_changed.then(|| view! { <span class="missing">" Originalet har ändrats."</span> })}
        </li>
    }
}
