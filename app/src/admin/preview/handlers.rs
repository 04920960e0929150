//! What the preview's room shows.

use super::query::PreviewQuery;
use super::{PreviewRoom, review_links, views};
use crate::error::AppError;
use crate::preview::{Address, Shown, plan_of_edition, plan_of_text};
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::ui::render_to_string;

/// The room at an address.
pub(super) async fn room(state: &AppState, staff: &Staff, address: &str) -> Result<PreviewRoom, AppError> {
    let asked = PreviewQuery::parse(address).ok_or(AppError::NotFound)?;
    let plan = match asked.shown {
        Shown::Text(post) => plan_of_text(state, post, staff.id).await?,
        Shown::Edition(edition) => plan_of_edition(state, edition).await?,
    };
    let now = state.clock.now_millis();
    let (at, is_clear) = asked.moment(&plan, now);
    let moment = views::Moment { at, now, is_clear };
    let may_write = staff.role >= Role::Writer;
    let (link, sharing) = match asked.shown {
        Shown::Text(post) if may_write => {
            let desk = review_links::desk(state, staff, post).await?;
            (desk.link.clone(), Some(views::sharing(post, plan.is_gone, desk)))
        }
        _ => (None, None),
    };
    let first = Address::first(asked.shown, at);
    let door = plan.doors.first().filter(|_| asked.door && matches!(asked.shown, Shown::Text(_)));
    let page = door.and_then(|door| first.of_link(&door.path)).unwrap_or_else(|| first.path());
    Ok(PreviewRoom {
        title: if is_clear { "Förhandsgranskning" } else { "Fel: Förhandsgranskning" }.into(),
        link,
        html: render_to_string((views::stage(&asked, &plan, &moment, page, may_write), sharing)),
    })
}
