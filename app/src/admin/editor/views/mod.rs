//! What the desk looks like.

mod bar;
mod comparison;
mod doors;
mod fields;
mod notices;
mod picture;
mod remarks;
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
use super::acts::Submit;
use super::handlers::message::Flash;
use crate::posts::checks::Review;
use crate::posts::store::doors::Door;
use crate::posts::store::drafts::DraftOf;
use crate::posts::{DraftVersion, EditablePost, PostContent, PostStatus, Revision};
use crate::staff::Staff;
use crate::time::UnixMillis;

pub(super) use self::comparison::{Comparing, comparison};
pub(super) use self::notices::newer;
pub(super) use self::remarks::remarks;
pub(super) use self::versions::{Versions, versions};
pub(super) use self::when::when;

/// Everything that lies on the desk.
pub(super) struct Desk<'a> {
    pub(super) staff: &'a Staff,
    pub(super) post: &'a EditablePost,
    /// What stands in the fields: the writer's draft, or the newest version.
    pub(super) content: &'a PostContent,
    pub(super) base_revision: Revision,
    pub(super) draft_version: DraftVersion,
    pub(super) is_draft: bool,
    /// What others have written and not saved.
    pub(super) drafts: Vec<DraftOf>,
    /// Where a guldkorn can hang.
    pub(super) doors: Vec<Door>,
    /// The names of all tags.
    pub(super) tags: Vec<String>,
    pub(super) company: Company,
    /// What there is to correct.
    pub(super) review: Review,
    /// The address at which the lead picture is shown.
    pub(super) shown: Option<String>,
    pub(super) flash: Flash,
    pub(super) now: UnixMillis,
}

/// The desk: one form, with what there is to say above it. Forms within a form there are none, so what undoes
/// something stands outside.
pub(super) fn desk(desk: &Desk<'_>) -> impl IntoView + use<> {
    let id = desk.post.id;
    let is_trash = desk.post.status == PostStatus::Trash;
    let title = desk.content.title_or_untitled().to_owned();
    let lang = desk.content.language.lang();
    view! {
        <div class="writing">
            <h1 class="visually-hidden" lang=lang dir="auto">{title}</h1>
            {notices(desk)}
            <form id="text" class="sheet" method="post" action=Submit::url() novalidate=true>
                <input type="hidden" name="id" value=id/>
                <input type="hidden" name="base_revision" value=desk.base_revision/>
                <input type="hidden" name="draft_version" value=desk.draft_version/>
                {bar(desk)}
                <fieldset class="plain" disabled=is_trash>
                    {words(desk)}
                    {side(desk)}
                </fieldset>
            </form>
            {picture::plain_upload()}
        </div>
    }
}
