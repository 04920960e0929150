//! `/kalender/{edition}/las`: all open doors of an edition on one page, in order, for those who catch up and for paper.

use super::edition::Edition;
use super::edition_view::link_to;
use super::handlers::not_found;
use super::opening_text::{day_text, opening_phrase, with_label};
use super::store::{self, OpenedDoor};
use super::views::{CatchUp, CatchUpDay, catch_up};
use crate::error::AppError;
use crate::page_metadata::set_page_noindex;
use crate::paths;
use crate::recordings::{self, Recording};
use crate::site;
use crate::state::AppState;
use crate::ui::Document;

/// How many days a page holds. An advent calendar fits on one; a year does not.
const DAYS_PER_PAGE: u16 = 50;

/// Renders a page of an edition's open doors, from 1. Doors without a text are left out.
///
/// # Errors
/// [`AppError::NotFound`] when no such edition is published, and for a page after the last.
pub(crate) async fn catch_up_page(state: &AppState, slug: &str, page: u32) -> Result<Document, AppError> {
    let editions = store::public_editions(state.db.reader()).await?;
    let Some(edition) = editions.iter().find(|edition| edition.slug == slug) else {
        return Err(not_found(state, &paths::catch_up(slug)).await?);
    };
    let now = state.clock.now();
    let open = edition.schedule.open_days(now).last().copied().unwrap_or_default();
    let pages = u32::from(open.div_ceil(DAYS_PER_PAGE)).max(1);
    let before =
        u16::try_from(page - 1).ok().filter(|_| page <= pages).ok_or(AppError::NotFound)? * DAYS_PER_PAGE;
    let doors =
        store::opened_doors(state.db.reader(), edition.id, before + 1..=before + DAYS_PER_PAGE, now.into());
    let doors = doors.await?;
    let posts: Vec<_> = doors.iter().map(|door| door.post).collect();
    let mut recordings = recordings::store::of_posts(state.db.reader(), &posts).await?;
    let day = |door: OpenedDoor| {
        let recording = recordings.remove(&door.post);
        catch_up_day(edition, door, recording, now)
    };
    let days = doors.into_iter().map(day).collect();
    // Each text has an address of its own, which search engines know.
    set_page_noindex();
    let address = site::address(state).await?;
    Ok(catch_up(CatchUp {
        edition: link_to(edition),
        site: address.split_once("://").map_or(&*address, |(_, host)| host).to_owned(),
        next: edition.schedule.next_opening(now).map(|(day, _)| opening_phrase(edition, day, now)),
        has_begun: open > 0,
        days,
        page,
        pages,
    }))
}

fn catch_up_day(
    edition: &Edition,
    door: OpenedDoor,
    recording: Option<Recording>,
    now: jiff::Timestamp,
) -> CatchUpDay {
    CatchUpDay {
        day: door.day,
        date: with_label(day_text(edition, door.day, now), &door.label),
        facade: edition.facade_of(door.day),
        guldkorn: door.guldkorn,
        recording,
    }
}
