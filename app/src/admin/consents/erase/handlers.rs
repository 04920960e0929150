//! Loads the pages, and erases.

use super::backups;
use super::found::{self, Offer};
use super::receipt::Receipt;
use super::views;
use crate::admin::consents::handlers::{FORM, More};
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::erasure::{self, Erasure, leftovers, pending as rules};
use crate::error::AppError;
use crate::ids::{ErasureId, PostId};
use crate::paths;
use crate::posts::PostError;
use crate::site;
use crate::staff::Staff;
use crate::state::AppState;
use crate::time::{HOUR, UnixMillis, at_home, clock_time, from_millis};
use crate::ui::render_to_string;

/// The flash of the page that asks once more.
const CONFIRMATION: &str = "erase";
/// How long a receipt can be shown, in milliseconds.
const RECEIPT: i64 = HOUR;
/// How many texts one act takes: more than anybody tells of themselves.
const MOST: usize = 200;
/// How many erasures the ledger lists.
const LISTED: u32 = 20;

/// Renders the page that says what will happen. `allt=ja` in the query: with all texts about the same person.
pub(in crate::admin) async fn confirm(
    state: &AppState,
    post: PostId,
    query: &str,
) -> Result<PrerenderedAdminPage, AppError> {
    let everything =
        form_urlencoded::parse(query.as_bytes()).any(|(name, value)| name == "allt" && value == "ja");
    let flash: Flash<()> = take_flash(state, CONFIRMATION).await?;
    let Offer { found, unreadable } = found::find(state, post, everything).await?;
    let title = if everything { "Ta bort allt om personen" } else { "Ta bort berättelsen överallt" };
    let html = render_to_string(views::confirmation(&views::Confirmation {
        post,
        everything,
        title,
        found: &found,
        unreadable,
        backups: backups::kept(state).await,
        leftovers: leftovers(state).await,
        flash: &flash,
    }));
    Ok(PrerenderedAdminPage { title: flash.title(title), html })
}

/// Erases texts, or hides them for an hour first.
pub(super) async fn erase(
    state: &AppState,
    staff: &Staff,
    post: PostId,
    posts: &[PostId],
    think: bool,
    everything: bool,
) -> Result<(), AppError> {
    let asked_again = paths::erase_text(post, everything);
    let Some(first) = posts.first().copied().filter(|_| posts.len() <= MOST) else {
        let refusal = if posts.is_empty() {
            "Välj minst en text.".to_owned()
        } else {
            format!("Välj högst {MOST} texter åt gången.")
        };
        let flash = Flash::refused(refusal, ());
        return redirect_with_flash(state, CONFIRMATION, &asked_again, &flash).await;
    };
    if think {
        return match rules::hide(state, staff, posts).await {
            Ok(due_at) => {
                let sentence = format!(
                    "Dolt för läsarna. Tas bort för alltid {}. Fram till dess kan du ångra.",
                    clock_time(at_home(from_millis(due_at)).time())
                );
                let flash = Flash::done(sentence, More::about(first));
                redirect_with_flash(state, FORM, &paths::consent(first), &flash).await
            }
            Err(refused) => {
                let flash = Flash::refused(gone(refused)?, ());
                redirect_with_flash(state, CONFIRMATION, &asked_again, &flash).await
            }
        };
    }
    let (page, flash) = match erasure::erase(state, staff, posts).await {
        Ok(id) => (paths::erasure(id), Flash::done("Borttaget för alltid.", ())),
        Err(refused) => (asked_again, Flash::refused(gone(refused)?, ())),
    };
    redirect_with_flash(state, CONFIRMATION, &page, &flash).await
}

/// Says why nothing was done. One of the texts may have been erased a moment ago.
fn gone(refused: PostError) -> Result<String, AppError> {
    match refused {
        PostError::Failed(AppError::NotFound) => {
            Ok("En av texterna finns inte längre. Inget är gjort. Se efter och välj igen.".to_owned())
        }
        refused => refused.refusal(),
    }
}

/// Renders the receipt of an erasure, for an hour.
pub(in crate::admin) async fn receipt(
    state: &AppState,
    id: ErasureId,
) -> Result<PrerenderedAdminPage, AppError> {
    let now = state.clock.now_millis();
    let erasure = erasure::store::find(state.db.reader(), id).await?;
    let erasure = erasure.filter(|erasure| has_receipt(erasure, now)).ok_or(AppError::NotFound)?;
    let flash: Flash<()> = take_flash(state, CONFIRMATION).await?;
    let settings = site::store::settings(state.db.reader()).await?;
    let receipt = Receipt::new(&erasure, &settings, backups::kept(state).await.as_deref());
    let html = render_to_string(views::receipt(&receipt, &erasure, &flash));
    Ok(PrerenderedAdminPage { title: "Kvitto: borttaget".to_owned(), html })
}

/// Whether the receipt of an erasure can be shown.
pub(super) fn has_receipt(erasure: &Erasure, now: UnixMillis) -> bool {
    (0..RECEIPT).contains(&(now - erasure.erased_at))
}

/// Returns the newest erasures, each with whether it has a receipt.
pub(in crate::admin::consents) async fn recent(state: &AppState) -> Result<Vec<(Erasure, bool)>, AppError> {
    let now = state.clock.now_millis();
    let newest = erasure::store::newest(state.db.reader(), LISTED).await?;
    let with_receipt = |erasure: Erasure| {
        let has_receipt = has_receipt(&erasure, now);
        (erasure, has_receipt)
    };
    Ok(newest.into_iter().map(with_receipt).collect())
}

/// Returns until when somebody may think again about a text that is to be erased.
pub(in crate::admin::consents) async fn pending(
    state: &AppState,
    post: PostId,
) -> Result<Option<UnixMillis>, AppError> {
    Ok(rules::due_at(state, post).await?)
}
