//! Texts on their way, against a real database.

mod doors;
mod publishing;
mod saving;

use super::autosave::{Autosaved, autosave, discard, take_over};
use super::hang::take_down;
use super::publish::{make_draft, mark_ready, publish, withdraw};
use super::save::restore;
use super::store::{FormerAddress, NewPost, add_post, drafts, redirect_from, revisions, trash as bin};
use super::testing::{Desk, act, article, basis, quote};
use super::trash::{move_to_trash, restore_from_trash};
use super::{DraftVersion, PostContent, PostError, PostKind, PostStatus, Revision, trash};
use crate::time::UnixMillis;

const DAY: i64 = 24 * 60 * 60_000;

fn former(slug: &str, is_public: bool) -> FormerAddress {
    FormerAddress { kind: Some(PostKind::Article), slug: Some(slug.into()), is_public }
}
