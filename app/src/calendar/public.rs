//! What the public gets of editions and doors, worked out when somebody asks.

use leptos::prelude::*;

use super::card::{About, Card, ClosedCard};
use super::describe::{edition_view, link_to, opens};
use super::editing::redirect_from;
use super::edition::Edition;
use super::store;
use super::types::{DoorContent, EditionView};
use crate::error::AppError;
use crate::page_metadata::{PageKind, set_page_kind};
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::{RequestContext, RequestKind};
use crate::state::{AppState, Freshness};
use crate::time::{countdown, weekday_and_date};
use crate::ui::render_to_string;
use crate::{paths, safety};

/// The public edition at an address.
pub(super) async fn edition(state: &AppState, slug: &str) -> Result<EditionView, AppError> {
    let editions = store::public_editions(state.db.reader()).await?;
    let Some(edition) = editions.iter().find(|edition| edition.slug == slug) else {
        return Err(elsewhere(state, &paths::edition(slug)).await?);
    };
    set_page_kind(PageKind::Edition {
        first: edition.schedule.first_opening().into(),
        last: edition.schedule.last_opening().into(),
    });
    Ok(view_of(state, edition, &editions).await?)
}

/// Nothing is at this address. A client that follows an old link is led to where it leads now; for everybody else the
/// server's own answer does that.
async fn elsewhere(state: &AppState, path: &str) -> Result<AppError, AppError> {
    let request = RequestContext::current()?;
    if request.kind() == RequestKind::Client {
        let path = redirect_from(state, path).await?;
        if let Some(path) = path.and_then(|path| LocalPath::parse(&path)) {
            request.redirect(&path);
        }
    }
    Ok(AppError::NotFound)
}

/// An edition as the public may see it now, among all public ones.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn view_of(
    state: &AppState,
    edition: &Edition,
    all: &[Edition],
) -> Result<EditionView, sqlx::Error> {
    let now = state.clock.now();
    let titles = store::open_titles(state.db.reader(), edition.id, now.into()).await?;
    let others = all.iter().filter(|other| other.id != edition.id).map(link_to).collect();
    Ok(edition_view(edition, &titles, others, now))
}

/// What is behind a door's address.
pub(super) async fn door(state: &AppState, slug: &str, day: u16) -> Result<DoorContent, AppError> {
    let editions = store::public_editions(state.db.reader()).await?;
    let Some(edition) = editions.iter().find(|edition| edition.slug == slug) else {
        return Err(elsewhere(state, &paths::door(slug, day)).await?);
    };
    let opening = edition.schedule.opening_of(day).ok_or(AppError::NotFound)?;
    if opening > state.clock.now() {
        Ok(closed(state, edition, day, opening))
    } else {
        Ok(open(state, edition, day).await?)
    }
}

/// A closed door is described by its edition's dates alone, whether or not something hangs there.
fn closed(state: &AppState, edition: &Edition, day: u16, opening: jiff::Timestamp) -> DoorContent {
    let left = countdown(state.clock.now(), opening);
    if let Some(freshness) = use_context::<Freshness>() {
        freshness.tighten(left.until.into());
    }
    DoorContent {
        edition: link_to(edition),
        day,
        is_open: false,
        card_html: render_to_string(view! {
            <ClosedCard edition=link_to(edition) day opens=opens(edition, day) left=left.words/>
        }),
        about_html: String::new(),
        may_share: false,
        previous: None,
        next: None,
    }
}

async fn open(state: &AppState, edition: &Edition, day: u16) -> Result<DoorContent, sqlx::Error> {
    let now = state.clock.now();
    let reader = state.db.reader();
    let guldkorn = store::guldkorn_on_door(reader, edition.id, day, now.into()).await?;
    let sensitive = guldkorn.as_ref().is_some_and(|guldkorn| guldkorn.sensitive);
    match &guldkorn {
        Some(_) if sensitive => set_page_kind(PageKind::Sensitive),
        Some(_) => set_page_kind(PageKind::Door(paths::door_image(&edition.slug, day))),
        None => {}
    }
    let help = if sensitive { Some(safety::load_help(state).await?) } else { None };
    let mut date = edition.schedule.date_of(day).map(weekday_and_date).unwrap_or_default();
    let label = store::label_of(reader, edition.id, day, now.into()).await?;
    if !label.is_empty() {
        date = format!("{date} · {label}");
    }
    Ok(DoorContent {
        edition: link_to(edition),
        day,
        is_open: true,
        may_share: guldkorn.is_some() && !sensitive,
        card_html: render_to_string(view! { <Card day date guldkorn help/> }),
        about_html: render_to_string(view! {
            <About title=edition.title.clone() html=edition.introduction_html.clone()/>
        }),
        previous: Some(day - 1).filter(|day| *day > 0),
        next: Some(day + 1).filter(|day| edition.schedule.is_open(*day, now)),
    })
}
