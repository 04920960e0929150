//! What the calendar's server functions do: work out, at the instant of the request, what readers get.

use super::editing::redirect_from;
use super::edition::Edition;
use super::edition_view::{self, edition_footer, link_to};
use super::highlight::best_of;
use super::own_picture::own_picture;
use super::season::season;
use super::todays_door::{TodaysDoor, todays_door};
use super::types::{DoorContent, DoorStates, EditionView};
use super::views::printed_edition;
use super::{door_content, store};
use crate::error::AppError;
use crate::page_metadata::{PageKind, set_page_description, set_page_kind};
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::{RequestContext, RequestKind};
use crate::state::AppState;
use crate::{paths, site};

/// Returns the published edition at an address.
pub(super) async fn edition(state: &AppState, slug: &str) -> Result<EditionView, AppError> {
    let editions = store::public_editions(state.db.reader()).await?;
    if paths::edition(slug) == paths::TODAY {
        let request = RequestContext::current()?;
        request.redirect(&today(state, &editions).await?);
        // The client would take an empty edition for one whose doors it has to ask for.
        return match request.kind() {
            RequestKind::Client => Err(AppError::NotFound),
            _ => Ok(EditionView::default()),
        };
    }
    let Some(edition) = editions.iter().find(|edition| edition.slug == slug) else {
        return Err(not_found(state, &paths::edition(slug)).await?);
    };
    set_page_kind(PageKind::Edition {
        first: edition.schedule.first_opening().into(),
        last: edition.schedule.last_opening().into(),
    });
    set_page_description(edition.lead_at(state.clock.now()));
    let mut view = view_of_edition(state, edition).await?;
    let sources = store::printed_sources(state.db.reader(), edition.id, state.clock.now_millis()).await?;
    let printed = printed_edition(&view, &sources, &site::address(state).await?);
    let best = best_of(state, edition).await?;
    let others = editions.iter().filter(|other| other.id != edition.id).map(link_to).collect();
    view.footer_html = printed + &edition_footer(edition, best, others, state.clock.now());
    Ok(view)
}

/// Returns where [`paths::TODAY`] leads: to today's door if it has a text, otherwise to the current edition.
async fn today(state: &AppState, editions: &[Edition]) -> Result<LocalPath, AppError> {
    let path = match season(editions, state.clock.now()).current {
        Some(edition) => match todays_door(state, edition).await? {
            Some(TodaysDoor { day, has_text: true, .. }) => paths::door(&edition.slug, day),
            _ => paths::edition(&edition.slug),
        },
        None => paths::CALENDAR.to_owned(),
    };
    LocalPath::parse(&path).ok_or(AppError::NotFound)
}

/// Redirects a client that follows an old link, and returns the error. For documents the server's own response to the
/// error redirects.
pub(super) async fn not_found(state: &AppState, path: &str) -> Result<AppError, AppError> {
    let request = RequestContext::current()?;
    if request.kind() == RequestKind::Client {
        let path = redirect_from(state, path).await?;
        if let Some(path) = path.and_then(|path| LocalPath::parse(&path)) {
            request.redirect(&path);
        }
    }
    Ok(AppError::NotFound)
}

/// Returns the published edition with a slug.
///
/// # Errors
/// [`AppError::NotFound`] when there is none.
pub(crate) async fn published_edition(state: &AppState, slug: &str) -> Result<Edition, AppError> {
    let editions = store::public_editions(state.db.reader()).await?;
    editions.into_iter().find(|edition| edition.slug == slug).ok_or(AppError::NotFound)
}

/// Returns an edition as readers may see it now, without what stands below its doors.
pub(crate) async fn view_of_edition(state: &AppState, edition: &Edition) -> Result<EditionView, sqlx::Error> {
    let now = state.clock.now();
    let titles = store::open_titles(state.db.reader(), edition.id, now.into()).await?;
    let today = todays_door(state, edition).await?;
    let own_picture = own_picture(state, edition).await?;
    Ok(EditionView { own_picture, ..edition_view::edition_view(edition, &titles, today, now) })
}

/// Returns the present states of the doors of the published edition at an address.
pub(super) async fn door_states(state: &AppState, slug: &str) -> Result<DoorStates, AppError> {
    let edition = published_edition(state, slug).await?;
    let today = todays_door(state, &edition).await?;
    Ok(edition_view::door_states(&edition, today, state.clock.now()))
}

/// Returns the page of a door, open or closed.
pub(super) async fn door(state: &AppState, slug: &str, day: u16) -> Result<DoorContent, AppError> {
    let editions = store::public_editions(state.db.reader()).await?;
    let Some(edition) = editions.iter().find(|edition| edition.slug == slug) else {
        return Err(not_found(state, &paths::door(slug, day)).await?);
    };
    let opening = edition.schedule.opening_of(day).ok_or(AppError::NotFound)?;
    let now = state.clock.now();
    Ok(if opening > now {
        door_content::closed_door(state, edition, day).await?
    } else {
        door_content::open_door(state, edition, day).await?
    })
}
