//! What the preview's page shows.

use super::query::PreviewQuery;
use super::{PreviewRoom, review_links, views};
use crate::error::AppError;
use crate::preview::{PreviewAddress, PreviewTarget, edition_info, post_info};
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::ui::render_to_string;

/// Renders the page at an address.
pub(super) async fn page(state: &AppState, staff: &Staff, address: &str) -> Result<PreviewRoom, AppError> {
    let query = PreviewQuery::parse(address).ok_or(AppError::NotFound)?;
    let info = match query.target {
        PreviewTarget::Post(post) => post_info(state, post, staff.id).await?,
        PreviewTarget::Edition(edition) => edition_info(state, edition).await?,
    };
    let now = state.clock.now_millis();
    let (at, is_valid) = query.moment(&info, now);
    let moment = views::Moment { at, now, is_valid };
    let may_write = staff.role >= Role::Writer;
    let (new_link, links) = match query.target {
        PreviewTarget::Post(post) if may_write => {
            let links = review_links::load(state, post).await?;
            (links.new_link.clone(), Some(views::links(post, info.is_gone, links)))
        }
        _ => (None, None),
    };
    let start = PreviewAddress::new(query.target, at);
    let door = match query.target {
        PreviewTarget::Post(_) => info.doors.first(),
        PreviewTarget::Edition(_) => info.doors.iter().rfind(|door| door.opens_at <= at),
    };
    let door = door.filter(|_| query.door);
    let framed = door.and_then(|door| start.resolve_link(&door.path)).unwrap_or_else(|| start.path());
    Ok(PreviewRoom {
        title: if is_valid { "Förhandsgranskning" } else { "Fel: Förhandsgranskning" }.into(),
        link: new_link.map(|link| (link.html, link.path)),
        html: render_to_string((views::stage(&query, &info, &moment, framed, may_write), links)),
    })
}
