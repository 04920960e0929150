//! What the editor looks like.

mod bar;
mod comparison;
mod consent;
mod documents;
mod doors;
mod fields;
mod notices;
mod original;
mod picture;
mod recording;
mod remarks;
mod renditions;
mod side;
mod versions;
mod when;

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use self::bar::bar;
use self::fields::words;
use self::notices::notices;
use self::side::side;
use super::Company;
use super::action::EditorAction;
use super::acts::Submit;
use super::handlers::message::Flash;
use crate::admin::default_button::default_button;
use crate::consent::Consent;
use crate::documents::Document;
use crate::media::LibraryWords;
use crate::posts::checks::Review;
use crate::posts::store::doors::Door;
use crate::posts::store::drafts::DraftOf;
use crate::posts::{DraftVersion, EditablePost, PostContent, PostStatus, Revision};
use crate::recordings::Recording;
use crate::staff::Staff;
use crate::time::UnixMillis;
use crate::ui::IdempotencyKey;

pub(super) use self::comparison::{Comparing, comparison};
pub(super) use self::notices::newer;
pub(super) use self::original::Original;
pub(super) use self::remarks::remarks;
pub(super) use self::renditions::RenditionState;
pub(super) use self::versions::{Versions, versions};
pub(super) use self::when::when;

/// Everything that the editor shows.
pub(super) struct EditorView<'a> {
    pub(super) staff: &'a Staff,
    pub(super) post: &'a EditablePost,
    /// What stands in the fields: the writer's draft, or the newest version.
    pub(super) content: &'a PostContent,
    pub(super) base_revision: Revision,
    pub(super) draft_version: DraftVersion,
    pub(super) is_draft: bool,
    /// Drafts of others.
    pub(super) drafts: Vec<DraftOf>,
    /// The doors on which a guldkorn can hang; empty for other posts.
    pub(super) doors: Vec<Door>,
    /// The names of all tags.
    pub(super) tags: Vec<String>,
    pub(super) company: Company,
    /// What there is to correct.
    pub(super) review: Review,
    /// The address at which the lead picture is shown.
    pub(super) shown: Option<String>,
    /// The documents below the text.
    pub(super) documents: Vec<Document>,
    /// The recording of the text.
    pub(super) recording: Option<Recording>,
    /// The one that was taken away last, if there is none now.
    pub(super) removed_recording: Option<Recording>,
    /// The address of the script that shows the library in a dialog and how far a recording has come; empty where there is none.
    pub(super) staff_js: String,
    /// The words of the lead picture in the library.
    pub(super) library: LibraryWords,
    /// How many threads on the text are open.
    pub(super) open_threads: u32,
    /// The original of a rendition.
    pub(super) original: Option<Original>,
    /// The renditions of the post.
    pub(super) renditions: Vec<RenditionState>,
    /// What the ledger says, if the text tells of somebody.
    pub(super) consent: Option<Consent>,
    pub(super) flash: Flash,
    pub(super) now: UnixMillis,
}

/// The editor: one form, with messages above it. A form cannot stand within another, so what undoes something stands
/// outside.
pub(super) fn editor(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let id = editor.post.id;
    let is_trash = editor.post.status == PostStatus::Trash;
    let title = editor.content.title_or_untitled().to_owned();
    let lang = editor.content.language.lang();
    let is_rendition = editor.original.is_some().then_some("");
    view! {
        <div class="writing" data-rendition=is_rendition>
            <h1 id="text-title" class="visually-hidden" lang=lang dir="auto">{title}</h1>
            {default_button(Some("text"), Some(EditorAction::Save.as_str()))}
            <div id="notices">{notices(editor)}</div>
            // What was done, read aloud while the writer goes on writing; filled by the client.
            <p id="done" class="visually-hidden" role="status"></p>
            <form id="text" class="sheet" method="post" action=Submit::url() novalidate=true>
                <IdempotencyKey/>
                <input type="hidden" name="id" value=id/>
                <input type="hidden" name="base_revision" value=editor.base_revision/>
                <input type="hidden" name="draft_version" value=editor.draft_version/>
                {bar(editor)}
                <fieldset class="plain" disabled=is_trash>
                    {editor.original.as_ref().map(original::beside)}
                    {words(editor)}
                    {side(editor)}
                </fieldset>
            </form>
            {picture::plain_upload()}
            {recording::form(id, &editor.staff_js)}
        </div>
    }
}
