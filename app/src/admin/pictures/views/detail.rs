//! The page of a picture: what it shows, what is written of it, where it is used, and what can be done with it.

use leptos::prelude::*;

use super::grid::size;
use super::removal::{removal, replacement, undo_replacement};
use super::uses::uses;
use super::words::{words, words_form};
use crate::admin::flash::Flash;
use crate::admin::pictures::handlers::PictureMore;
use crate::admin::relative_time::date_and_time;
use crate::media::PictureId;
use crate::paths;
use crate::picture_library::{LibraryPicture, PictureUse};
use crate::staff::{Role, Staff};
use crate::time::UnixMillis;

/// A picture with everything that uses it, for its own page.
pub(in crate::admin::pictures) struct Detail {
    pub(in crate::admin::pictures) picture: LibraryPicture,
    pub(in crate::admin::pictures) uses: Vec<PictureUse>,
    /// The picture in the trash whose place this one took.
    pub(in crate::admin::pictures) replaced: Option<PictureId>,
    pub(in crate::admin::pictures) now: UnixMillis,
}

/// The page.
pub(in crate::admin::pictures) fn detail(
    shown: &Detail,
    flash: &Flash<PictureMore>,
    crop: Option<AnyView>,
    staff: &Staff,
) -> impl IntoView + use<> {
    let picture = &shown.picture;
    let is_editor = staff.role >= Role::Editor;
    let words = if picture.may_be_described_by(staff) {
        words_form(picture, flash).into_any()
    } else {
        words(picture).into_any()
    };
    let next_step =
        (flash.more.is_replaced && shown.replaced.is_some()).then(|| undo_replacement(picture.id));
    let is_trashed = picture.trashed_at.is_some();
    view! {
        <p class="kicker"><a href=paths::PICTURES>"Bilder"</a></p>
        <h1 dir="auto">{picture.name_or_word().to_owned()}</h1>
        {flash.notice(next_step)}
        <p class="picture-large">
            <img
                src=picture.preview_address() alt=picture.alt.clone() width=picture.width height=picture.height
            />
        </p>
        <p class="quiet">{size(picture)} " bildpunkter. " {sent(picture)}</p>
        <section aria-labelledby="words">
            <h2 id="words">"Om bilden"</h2>
            {words}
        </section>
        {crop}
        {uses(&shown.uses, staff)}
        {(is_editor && !is_trashed).then(|| replacement(shown))}
        {removal(shown, is_editor)}
    }
}

/// "Skickad av Anna 7 december 2026 kl. 08.00."
fn sent(picture: &LibraryPicture) -> String {
    let at = date_and_time(picture.created_at);
    match &picture.added_by_name {
        Some(name) => format!("Skickad av {name} {at}."),
        None => format!("Skickad {at}."),
    }
}
