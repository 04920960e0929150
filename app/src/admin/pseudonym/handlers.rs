//! Loads the page, and does what its forms say.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::views::{self, Found, Page};
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::error::AppError;
use crate::paths;
use crate::posts::store::texts;
use crate::posts::{PostError, PostId, PostStatus};
use crate::pseudonym::{self, Chosen, Names, PseudonymError, Subject, occurrences};
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::render_to_string;

/// Key of the page's flash.
const FLASH: &str = "pseudonym";

/// The names and places of a form, kept in a flash until the next page: they stand in no address.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct Typed {
    pub(super) post: PostId,
    pub(super) name: String,
    pub(super) instead: String,
    /// Keys of the chosen places; none until somebody has seen them.
    pub(super) chosen: Option<BTreeSet<String>>,
}

/// Renders the page of a text: the names, and where the first one stands once somebody has asked.
pub(in crate::admin) async fn page(
    state: &AppState,
    staff: &Staff,
    post: PostId,
) -> Result<PrerenderedAdminPage, AppError> {
    let subject = Subject::load(state, post).await?;
    let mut flash: Flash<Typed> = take_flash(state, FLASH).await?;
    if flash.more.post != post {
        flash = Flash::default();
    }
    let found = Names::read(&flash.more.name, &flash.more.instead)
        .ok()
        .map(|names| Found { occurrences: occurrences(&subject, &names), names });
    let title = flash.title(&format!("Byt namn: {}", subject.post.content.title_or_untitled()));
    let html = render_to_string(views::page(&Page { staff, subject: &subject, found, flash: &flash }));
    Ok(PrerenderedAdminPage { title, html })
}

/// Leads to the page with the places at which a name was found.
pub(super) async fn find(state: &AppState, typed: Typed) -> Result<(), AppError> {
    check(state, typed.post).await?;
    let post = typed.post;
    let flash = match Names::read(&typed.name, &typed.instead) {
        Ok(_) => Flash::done("", typed),
        Err(errors) => Flash::invalid(errors, typed),
    };
    redirect_with_flash(state, FLASH, &paths::pseudonym(post), &flash).await
}

/// Exchanges a name and leads to the text.
pub(super) async fn exchange(
    state: &AppState,
    staff: &Staff,
    typed: Typed,
    seen: String,
    publishes: bool,
) -> Result<(), AppError> {
    check(state, typed.post).await?;
    let post = typed.post;
    let flash = match Names::read(&typed.name, &typed.instead) {
        Err(errors) => Flash::invalid(errors, typed),
        Ok(names) => {
            let keys = typed.chosen.clone().unwrap_or_default();
            match pseudonym::exchange(state, staff, post, &names, &Chosen { keys, seen, publishes }).await {
                Ok(()) => Flash::done(done(state, post).await?, Typed { post, ..Typed::default() }),
                // What was found then is found anew.
                Err(PseudonymError::Changed) => {
                    Flash::refused(PseudonymError::Changed.to_string(), Typed { chosen: None, ..typed })
                }
                Err(refusal) => Flash::refused(refusal.refusal()?, typed),
            }
        }
    };
    redirect_with_flash(state, FLASH, &paths::pseudonym(post), &flash).await
}

/// Checks that a text is there to be changed.
async fn check(state: &AppState, post: PostId) -> Result<(), AppError> {
    let text = texts::find(state.db.reader(), post, state.clock.now_millis()).await?;
    if text.status == PostStatus::Trash { Err(PostError::InTrash.into()) } else { Ok(()) }
}

/// Says what was done, and what readers have of it.
async fn done(state: &AppState, post: PostId) -> Result<String, AppError> {
    let text = texts::find(state.db.reader(), post, state.clock.now_millis()).await?;
    let waits = if text.has_changes_to_publish() {
        " Läsarna har kvar det gamla namnet i texten tills en redaktör publicerar ändringen."
    } else {
        ""
    };
    Ok(format!("Namnet är bytt.{waits} Äldre versioner, kommentarer och säkerhetskopior har kvar det."))
}
