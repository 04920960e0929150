//! Answers messages, and loads their pages.

use serde::{Deserialize, Serialize};

use super::{detail as detail_view, list as list_view};
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::error::AppError;
use crate::feedback::{self, Answered, Message};
use crate::field_errors::FieldErrors;
use crate::ids::FeedbackId;
use crate::mail::Delivery;
use crate::paths;
use crate::staff::request_context::RequestContext;
use crate::staff::{Staff, submission};
use crate::state::AppState;
use crate::time::UnixMillis;
use crate::ui::render_to_string;

const FORM: &str = "messages";
const PER_PAGE: u32 = 50;

/// What a page needs beside its flash.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct More {
    /// The message that it is about.
    pub(super) id: FeedbackId,
    /// An answer that is not stored.
    pub(super) typed: Option<String>,
    /// Whether the message can be taken out of the trash.
    pub(super) can_restore: bool,
}

/// Names the message whose answer arrived after its writer's session had ended.
pub(super) fn submission_key(id: FeedbackId) -> String {
    format!("message/{id}")
}

/// Renders the list; `query` says which of its pages (`sida=2`).
pub(in crate::admin) async fn list(state: &AppState, query: &str) -> Result<PrerenderedAdminPage, AppError> {
    let flash: Flash<More> = take_flash(state, FORM).await?;
    let page = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "sida");
    let page = page.and_then(|(_, page)| page.parse::<u32>().ok()).unwrap_or(1).max(1);
    let skip = (page - 1).saturating_mul(PER_PAGE);
    let mut messages = feedback::list(state.db.reader(), PER_PAGE + 1, skip).await?;
    let has_more = messages.len() > PER_PAGE as usize;
    messages.truncate(PER_PAGE as usize);
    let html = render_to_string(list_view::page(&messages, &flash, page, has_more, state.clock.now_millis()));
    Ok(PrerenderedAdminPage { title: flash.title("Meddelanden"), html })
}

/// Renders a message.
pub(in crate::admin) async fn detail(
    state: &AppState,
    id: FeedbackId,
) -> Result<PrerenderedAdminPage, AppError> {
    let message = feedback::message(state, id).await?;
    let mut flash: Flash<More> = take_flash(state, FORM).await?;
    if flash.more.id != id {
        flash = Flash::default();
    }
    let request = RequestContext::current()?;
    if let Some(late) = submission::take::<String>(state, &request, &submission_key(id)).await? {
        let sentence = "Du hade loggats ut när du skickade svaret. Det står kvar här. Skicka det igen.";
        flash = Flash::refused(sentence, More { id, typed: Some(late), ..More::default() });
    }
    let html = render_to_string(detail_view::page(
        &message,
        &flash,
        state.mail.is_configured(),
        state.clock.now_millis(),
    ));
    Ok(PrerenderedAdminPage { title: flash.title(&format!("Meddelande {id}")), html })
}

pub(super) async fn answer(
    state: &AppState,
    staff: &Staff,
    id: FeedbackId,
    seen: UnixMillis,
    typed: String,
) -> Result<(), AppError> {
    let seen = Some(seen).filter(|seen| seen.0 != 0);
    let more = More { id, ..More::default() };
    let flash = match feedback::answer(state, staff, id, seen, &typed).await? {
        Answered::Stored(message) => Flash::done(sent(state, &message).await?, more),
        Answered::Refused(sentence) => {
            Flash::invalid(FieldErrors::one("answer", sentence), More { typed: Some(typed), ..more })
        }
        Answered::Conflict => Flash::refused(
            "Någon annan har svarat sedan du öppnade sidan. Inget av ditt är sparat. Det du skrev står kvar, och svaret \
             som gäller nu står ovanför.",
            More { typed: Some(typed), ..more },
        ),
    };
    redirect_with_flash(state, FORM, &paths::message(id), &flash).await
}

/// Sends the answer where there is an address, and says how it reaches the sender.
async fn sent(state: &AppState, message: &Message) -> Result<String, AppError> {
    let letter = match feedback::tell_sender(state, message).await? {
        None => "",
        Some(Delivery::Sent) => " Brevet är skickat.",
        Some(Delivery::Pending) => " Brevet är på väg.",
        Some(Delivery::Failed) => " Brevet kunde inte skickas. Skriv till avsändaren själv.",
        Some(Delivery::NotConfigured) => " Webbplatsen skickar inga brev. Skriv till avsändaren själv.",
    };
    Ok(format!("Svaret är sparat. Avsändaren kan läsa det med sitt kvittonummer.{letter}"))
}

pub(super) async fn act(
    state: &AppState,
    staff: &Staff,
    id: FeedbackId,
    button: &str,
) -> Result<(), AppError> {
    let more = More { id, ..More::default() };
    let (page, flash) = match button {
        "close" => {
            feedback::close(state, staff, id).await?;
            (paths::message(id), Flash::done("Ärendet är avslutat.", more))
        }
        "reopen" => {
            feedback::reopen(state, staff, id).await?;
            (paths::message(id), Flash::done("Ärendet är öppet igen.", more))
        }
        "delete" => {
            feedback::delete(state, staff, id).await?;
            let flash =
                Flash::done(format!("Meddelande {id} är borttaget."), More { can_restore: true, ..more });
            (paths::MESSAGES.to_owned(), flash)
        }
        "restore" => {
            feedback::restore(state, staff, id).await?;
            (paths::message(id), Flash::done("Meddelandet är tillbaka.", more))
        }
        _ => {
            (paths::message(id), Flash::refused("Knappen finns inte. Ladda om sidan och försök igen.", more))
        }
    };
    redirect_with_flash(state, FORM, &page, &flash).await
}
