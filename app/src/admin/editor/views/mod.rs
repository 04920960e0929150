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

use crate::posts::{DraftVersion, Revision};
use crate::time::UnixMillis;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use self::bar::bar;
use self::fields::words;
use self::notices::notices;
use self::side::side;
use super::Company;
use super::acts::Save;
use super::handlers::flash::Flash;
use crate::posts::store::doors::Door;
use crate::posts::store::drafts::DraftOf;
use crate::posts::{EditablePost, PostContent, PostStatus};
use crate::staff::Staff;

pub(super) use self::comparison::{Comparing, comparison};
pub(super) use self::notices::newer;
pub(super) use self::remarks::remarks;
pub(super) use self::versions::{Versions, versions};
pub(super) use self::when::when;

/// Everything that lies on the desk.
pub(super) struct Desk<'a> {
    pub(super) staff: &'a Staff,
    pub(super) work: &'a EditablePost,
    /// What stands in the fields: the writer's draft, or the newest version.
    pub(super) text: &'a PostContent,
    pub(super) base: Revision,
    pub(super) known: DraftVersion,
    pub(super) is_draft: bool,
    /// What others have written and not saved.
    pub(super) drafts: Vec<DraftOf>,
    /// Where a guldkorn can hang.
    pub(super) doors: Vec<Door>,
    /// The names of all subjects.
    pub(super) tags: Vec<String>,
    pub(super) company: Company,
    /// What there is to mend, finished.
    pub(super) remarks: String,
    /// The address at which the lead picture is shown.
    pub(super) shown: Option<String>,
    pub(super) flash: Flash,
    pub(super) now: UnixMillis,
}

/// The desk: one form, with what there is to say above it. Forms within a form there are none, so what undoes
/// something stands outside.
pub(super) fn desk(desk: &Desk<'_>) -> impl IntoView + use<> {
    let id = desk.work.id;
    let is_trash = desk.work.status == PostStatus::Trash;
    let title = desk.text.shown_title().to_owned();
    view! {
        <div class="writing">
            <h1 class="visually-hidden">{title}</h1>
            {notices(desk)}
            <form id="text" class="sheet" method="post" action=Save::url() novalidate=true>
                <input type="hidden" name="id" value=id/>
                <input type="hidden" name="base" value=desk.base/>
                <input type="hidden" name="known" value=desk.known/>
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
