//! What the calendar's server functions do: work out, at the instant of the request, what readers get.

use jiff::Timestamp;
use leptos::prelude::*;

use super::editing::redirect_from;
use super::edition::Edition;
use super::edition_view::{self, link_to};
use super::highlight::best_of;
use super::opening_text::{day_text, opening_text, time_left};
use super::season::season;
use super::store;
use super::todays_door::{TodaysDoor, todays_door};
use super::types::{DoorContent, DoorStates, EditionView};
use super::views::{About, ClosedDoorCard, DoorCard, DoorNav, printed_edition};
use crate::error::AppError;
use crate::media::social_image;
use crate::page_metadata::{PageKind, set_page_description, set_page_kind};
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::{RequestContext, RequestKind};
use crate::state::AppState;
use crate::ui::render_to_string;
use crate::{paths, safety, site};

/// Returns the published edition at an address.
pub(super) async fn edition(state: &AppState, slug: &str) -> Result<EditionView, AppError> {
    let editions = store::public_editions(state.db.reader()).await?;
    if paths::edition(slug) == paths::TODAY {
        RequestContext::current()?.redirect(&today(state, &editions).await?);
        return Ok(EditionView::default());
    }
    let Some(edition) = editions.iter().find(|edition| edition.slug == slug) else {
        return Err(not_found(state, &paths::edition(slug)).await?);
    };
    set_page_kind(PageKind::Edition {
        first: edition.schedule.first_opening().into(),
        last: edition.schedule.last_opening().into(),
    });
    let mut view = view_of_edition(state, edition, &editions).await?;
    let sources = store::open_sources(state.db.reader(), edition.id, state.clock.now_millis()).await?;
    let printed = printed_edition(&view, &sources, &site::address(state).await?);
    view.footer_html.insert_str(0, &printed);
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
async fn not_found(state: &AppState, path: &str) -> Result<AppError, AppError> {
    let request = RequestContext::current()?;
    if request.kind() == RequestKind::Client {
        let path = redirect_from(state, path).await?;
        if let Some(path) = path.and_then(|path| LocalPath::parse(&path)) {
            request.redirect(&path);
        }
    }
    Ok(AppError::NotFound)
}

/// Returns an edition as readers may see it now, with links to the others among `all`.
pub(crate) async fn view_of_edition(
    state: &AppState,
    edition: &Edition,
    all: &[Edition],
) -> Result<EditionView, sqlx::Error> {
    let now = state.clock.now();
    let titles = store::open_titles(state.db.reader(), edition.id, now.into()).await?;
    let others = all.iter().filter(|other| other.id != edition.id).map(link_to).collect();
    let today = todays_door(state, edition).await?;
    let best = best_of(state, edition).await?;
    Ok(edition_view::edition_view(edition, &titles, today, best, others, now))
}

/// Returns the present states of the doors of the published edition at an address.
pub(super) async fn door_states(state: &AppState, slug: &str) -> Result<DoorStates, AppError> {
    let editions = store::public_editions(state.db.reader()).await?;
    let edition = editions.iter().find(|edition| edition.slug == slug).ok_or(AppError::NotFound)?;
    let today = todays_door(state, edition).await?;
    Ok(edition_view::door_states(edition, today, state.clock.now()))
}

/// Returns the page of a door, open or closed.
pub(super) async fn door(state: &AppState, slug: &str, day: u16) -> Result<DoorContent, AppError> {
    let editions = store::public_editions(state.db.reader()).await?;
    let Some(edition) = editions.iter().find(|edition| edition.slug == slug) else {
        return Err(not_found(state, &paths::door(slug, day)).await?);
    };
    let opening = edition.schedule.opening_of(day).ok_or(AppError::NotFound)?;
    let now = state.clock.now();
    if opening > now { Ok(closed_door(edition, day, now)) } else { Ok(open_door(state, edition, day).await?) }
}

/// Describes a closed door by its edition's dates alone, whether or not something hangs there.
fn closed_door(edition: &Edition, day: u16, now: Timestamp) -> DoorContent {
    DoorContent {
        edition: link_to(edition),
        day,
        is_open: false,
        card_html: render_to_string(view! {
            <ClosedDoorCard
                edition=link_to(edition)
                day
                opens=opening_text(edition, day, now)
                left=time_left(edition, day, now)
            />
        }),
        about_html: String::new(),
        may_share: false,
    }
}

async fn open_door(state: &AppState, edition: &Edition, day: u16) -> Result<DoorContent, sqlx::Error> {
    let now = state.clock.now();
    let reader = state.db.reader();
    let guldkorn = store::guldkorn_on_door(reader, edition.id, day, now.into()).await?;
    let sensitive = guldkorn.as_ref().is_some_and(|guldkorn| guldkorn.sensitive);
    match &guldkorn {
        Some(_) if sensitive => set_page_kind(PageKind::Sensitive),
        Some(guldkorn) => {
            set_page_kind(PageKind::Door(social_image(guldkorn.picture.as_ref(), |with_picture| {
                paths::door_image(&edition.slug, day, with_picture)
            })));
            set_page_description(&guldkorn.teaser);
        }
        None => {}
    }
    let help = if sensitive { Some(safety::load_help(state).await?) } else { None };
    let mut date = day_text(edition, day, now);
    let label = store::label_of(reader, edition.id, day, now.into()).await?;
    if !label.is_empty() {
        date = format!("{date} · {label}");
    }
    Ok(DoorContent {
        edition: link_to(edition),
        day,
        is_open: true,
        may_share: guldkorn.is_some() && !sensitive,
        card_html: render_to_string(view! {
            <DoorCard day date guldkorn help/>
            <DoorNav
                edition=edition.slug.clone()
                previous=Some(day - 1).filter(|day| *day > 0)
                next=Some(day + 1).filter(|day| edition.schedule.is_open(*day, now))
            />
        }),
        about_html: render_to_string(view! {
            <About title=edition.title.clone() html=edition.introduction_html.clone()/>
        }),
    })
}
