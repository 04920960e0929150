//! `/admin/inlagg/{id}`: the desk of one text.
//!
//! The desk comes render_to_string from the server, as one form that works by itself: every button sends the whole of it, and
//! leads back here. With the client, `autosave` saves what is typed while it is being typed; the text's own editor
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
use self::api::{comparison_page, versions_page, writing_page};
#[cfg(feature = "ssr")]
pub use self::company::{CompanyEvent, CompanyStream};
use super::admin_page::admin_page_at;
use crate::posts::PostForm;
use crate::ui::{PageMeta, param, query};

/// The desk as it is to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WritingDesk {
    /// The title of the browser's tab.
    title: String,
    /// The desk.
    html: String,
    /// The text and its writer, as one name for what the browser keeps of it; empty when nothing can be written.
    name: String,
    /// Address of the editor's script and of its style; empty where there is none.
    editor: (String, String),
}

/// A page beside the desk that is only read and answered by its buttons.
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
    /// What stands in the form.
    form: PostForm,
}

/// What became of a text that was to be kept, and what the desk says about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeping {
    /// Version of the draft; 0 when there is nothing unsaved.
    draft_version: DraftVersion,
    /// Whether it was saved. Otherwise another window of the same person has saved the same post as `draft_version`.
    is_kept: bool,
    /// "Sparad 14.32"
    words: String,
    /// When readers get it.
    when: String,
    /// What there is to mend.
    remarks: String,
    /// What others do in the text.
    company: Company,
}

/// What others do in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// "Bo är också här."; empty when nobody is.
    here: String,
    /// Who saved a newer version, render_to_string; empty when nobody did.
    newer: String,
}

/// The desk.
#[component]
pub(super) fn WritingPage() -> impl IntoView {
    let (id, picture) = (param("id"), query("bild"));
    admin_page_at(
        move || format!("{}:{}", id(), picture()),
        |key| async move {
            let (id, picture) = key.split_once(':').unwrap_or((&key, ""));
            writing_page(number(id), picture.to_owned()).await
        },
        |desk: WritingDesk| {
            autosave::start(desk.name, desk.editor);
            view! {
                <PageMeta title=desk.title robots="noindex"/>
                <div inner_html=desk.html></div>
            }
        },
    )
}

/// The newest version beside the asker's own draft.
#[component]
pub(super) fn ComparisonPage() -> impl IntoView {
    let id = param("id");
    admin_page_at(id, |id| async move { comparison_page(number(&id)).await }, shown)
}

/// A text's versions.
#[component]
pub(super) fn VersionsPage() -> impl IntoView {
    let (id, from, to) = (param("id"), query("fran"), query("till"));
    admin_page_at(
        move || format!("{}:{}:{}", id(), from(), to()),
        |key| async move {
            let mut parts = key.split(':');
            let mut next = || parts.next().unwrap_or_default();
            versions_page(number(next()), number(next()), number(next())).await
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

/// A number of an address; 0, which nothing has, for what is none.
fn number<T: std::str::FromStr + Default>(text: &str) -> T {
    text.parse().unwrap_or_default()
}
