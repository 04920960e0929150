//! `/kalender/{edition}/lucka/{day}`: a door on a page of its own.

use leptos::prelude::*;

use crate::calendar::card::card_html;
use crate::calendar::handlers;
use crate::calendar::types::DoorContent;
use crate::error::AppError;
use crate::paths;
use crate::staff::request_context::{RequestContext, RequestKind};
use crate::state::AppState;
use crate::ui::Document;

/// Renders the page of a door: its guldkorn, or when it opens.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such door.
pub(crate) async fn door_page(state: &AppState, edition: &str, day: u16) -> Result<Document, AppError> {
    let door = handlers::door(state, edition, day).await?;
    let request = RequestContext::current()?;
    if !door.is_open && request.kind() == RequestKind::Document {
        request.set_status(AppError::Forbidden);
    }
    let DoorContent { edition, day, is_open, card_html: card, about_html, may_share } = door;
    let share = may_share.then(|| paths::door(&edition.slug, day));
    let view = view! {
        <div class="night">
            <div class="wrap door-page page" data-door-page=edition.slug data-day=day data-open=is_open>
                <div class="card day" inner_html=card_html(&card, share.as_deref())></div>
                <div inner_html=about_html></div>
            </div>
        </div>
    };
    Ok(Document::new(format!("Lucka {day} – {}", edition.title), "", view))
}
