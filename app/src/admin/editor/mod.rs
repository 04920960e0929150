//! `/admin/inlagg/{id}`: the editor of one post.
//!
//! It comes prerendered from the server, as one form that works without a script: every button sends all of it to
//! [`acts::submit`] with its own `action`, and leads back here. With the client, `autosave` saves what is typed while it is being typed; the text's own editor
//! (`frontend/editor`) takes the place of its text area.

mod acts;
mod api;
mod autosave;

#[cfg(feature = "ssr")]
mod action;
#[cfg(feature = "ssr")]
mod company;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod views;

use crate::posts::{DraftVersion, PostId, Revision};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
pub(super) use self::acts::Begin;
use self::api::{comparison_page, editor_page, versions_page};
#[cfg(feature = "ssr")]
pub use self::company::PostCompany;
#[cfg(feature = "ssr")]
pub(super) use self::handlers::begin::begin;
#[cfg(feature = "ssr")]
pub(super) use self::handlers::message::{leave_refused_recording, leave_sentence};
use super::admin_page::admin_page_at;
use super::staff_script;
use crate::posts::PostForm;
use crate::ui::{PageMeta, param, query};

/// The editor as it is to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Editor {
    /// The title of the browser's tab.
    title: String,
    /// The form with everything around it.
    html: String,
    /// The text and its writer, as one name for what the browser keeps of it; empty when nothing can be written.
    name: String,
    /// Address of the text editor's script and of its style; empty where there is none.
    scripts: (String, String),
}

/// A page about the post that is only read, with forms of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SidePage {
    title: String,
    html: String,
}

/// What an open editor sends.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// The post that is open.
    id: PostId,
    /// The newest revision when the writing began.
    base_revision: Revision,
    /// The draft that this window saved last.
    draft_version: DraftVersion,
    /// Every other field of the form.
    form: PostForm,
}

/// What a button did, for our client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActResponse {
    /// Where to go on; empty when the editor stays.
    page: String,
    /// The title of the browser's tab.
    title: String,
    /// The editor as it is now.
    html: String,
}

/// What became of an autosave, and what the editor shows about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AutosaveResponse {
    /// Version of the draft; 0 when there is nothing unsaved.
    draft_version: DraftVersion,
    /// Whether it was saved. Otherwise another window of the same person has saved the same post as `draft_version`.
    is_saved: bool,
    /// How far saving has come: "Sparad 14.32".
    words: String,
    /// When readers get it.
    when: String,
    /// What there is to correct, as HTML.
    remarks: String,
    /// What others do in the text.
    company: Company,
}

/// What others do in a post.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// "Bo är också här."; empty when nobody is.
    here: String,
    /// Who saved a newer revision, as HTML; empty when nobody did.
    newer: String,
}

/// The editor.
#[component]
pub(super) fn EditorPage() -> impl IntoView {
    let (id, picture) = (param("id"), query("bild"));
    admin_page_at(
        move || format!("{}:{}", id(), picture()),
        |key| async move {
            let (id, picture) = key.split_once(':').unwrap_or((&key, ""));
            editor_page(number(id), picture.to_owned()).await
        },
        |editor: Editor| {
            autosave::start(editor.name, editor.scripts);
            staff_script::load_if_named();
            view! {
                <PageMeta title=editor.title robots="noindex"/>
                <div inner_html=editor.html></div>
            }
        },
    )
}

/// The newest revision beside the writer's own draft.
#[component]
pub(super) fn ComparisonPage() -> impl IntoView {
    let id = param("id");
    admin_page_at(id, |id| async move { comparison_page(number(&id)).await }, shown)
}

/// The revisions of a post.
#[component]
pub(super) fn VersionsPage() -> impl IntoView {
    let (id, from, to, page) = (param("id"), query("fran"), query("till"), query("sida"));
    admin_page_at(
        move || format!("{}:{}:{}:{}", id(), from(), to(), page()),
        |key| async move {
            let mut parts = key.split(':');
            let mut next = || parts.next().unwrap_or_default();
            versions_page(number(next()), number(next()), number(next()), number(next())).await
        },
        shown,
    )
}

fn shown(page: SidePage) -> impl IntoView {
    view! {
        <PageMeta title=page.title robots="noindex"/>
        <div class="room" inner_html=page.html></div>
    }
}

/// Parses an id or number of an address; 0, which nothing has, for what is none.
fn number<T: std::str::FromStr + Default>(text: &str) -> T {
    text.parse().unwrap_or_default()
}
