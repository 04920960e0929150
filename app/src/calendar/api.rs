//! The calendar's server functions. All of them only read, and tell of a door what is public right now.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::page_data::PageData;

/// The last part of the current edition's address, if there is an edition at all: an
/// `Option<String>`.
#[server(prefix = "/api", endpoint = "calendar/current", input = GetUrl)]
pub async fn current_edition() -> Result<PageData, AppError> {
    let state = crate::staff::guard::public()?;
    let editions = super::store::public_editions(state.db.reader()).await?;
    let season = super::season(&editions, state.clock.now());
    PageData::pack(&season.current.map(|edition| &edition.slug))
}

/// An edition with its doors: an [`EditionView`](super::types::EditionView).
#[server(prefix = "/api", endpoint = "calendar/edition", input = GetUrl)]
pub async fn show_edition(slug: String) -> Result<PageData, AppError> {
    let state = crate::staff::guard::public()?;
    PageData::pack(&ask::edition(&state, &slug).await?)
}

/// How the doors of an edition stand, for a page that has been open for a while: a
/// [`Board`](super::types::Board).
#[server(prefix = "/api", endpoint = "calendar/board", input = GetUrl)]
pub async fn show_board(slug: String) -> Result<PageData, AppError> {
    let state = crate::staff::guard::public()?;
    let editions = super::store::public_editions(state.db.reader()).await?;
    let edition = editions.iter().find(|edition| edition.slug == slug).ok_or(AppError::NotFound)?;
    PageData::pack(&super::describe::board(edition, state.clock.now()))
}

/// What is behind a door: its guldkorn, or when it opens: a
/// [`DoorContent`](super::types::DoorContent).
#[server(prefix = "/api", endpoint = "calendar/door", input = GetUrl)]
pub async fn show_door(edition: String, day: u16) -> Result<PageData, AppError> {
    let state = crate::staff::guard::public()?;
    PageData::pack(&ask::door(&state, &edition, day).await?)
}

#[cfg(feature = "ssr")]
pub(crate) use ask::{nugget_of, view_of};

#[cfg(feature = "ssr")]
mod ask {
    use leptos::prelude::use_context;

    use super::super::describe::{closed_door, edition_view, link_to};
    use super::super::edition::Edition;
    use super::super::store;
    use super::super::types::{DoorContent, EditionView, Nugget, NuggetForm, OpenDoor};
    use crate::blog;
    use crate::error::AppError;
    use crate::state::{AppState, Freshness};
    use crate::time::{countdown, weekday_and_date};

    pub(super) async fn edition(state: &AppState, slug: &str) -> Result<EditionView, AppError> {
        let editions = store::public_editions(state.db.reader()).await?;
        let edition = editions.iter().find(|edition| edition.slug == slug).ok_or(AppError::NotFound)?;
        Ok(view_of(state, edition, &editions).await?)
    }

    /// An edition as the public may see it now, among all public ones.
    pub(crate) async fn view_of(
        state: &AppState,
        edition: &Edition,
        all: &[Edition],
    ) -> Result<EditionView, sqlx::Error> {
        let now = state.clock.now();
        let titles = store::open_titles(state.db.reader(), edition.id, now.as_millisecond()).await?;
        let others = all.iter().filter(|other| other.id != edition.id).map(link_to).collect();
        Ok(edition_view(edition, &titles, others, now))
    }

    pub(super) async fn door(state: &AppState, slug: &str, day: u16) -> Result<DoorContent, AppError> {
        let now = state.clock.now();
        let editions = store::public_editions(state.db.reader()).await?;
        let edition = editions.iter().find(|edition| edition.slug == slug).ok_or(AppError::NotFound)?;
        let (date, opening) =
            edition.schedule.date_of(day).zip(edition.schedule.opening_of(day)).ok_or(AppError::NotFound)?;
        if opening > now {
            let left = countdown(now, opening);
            if let Some(freshness) = use_context::<Freshness>() {
                freshness.tighten(left.until.as_millisecond());
            }
            return Ok(DoorContent::Closed(closed_door(edition, day, left.words)));
        }
        let reader = state.db.reader();
        let nugget = match store::post_on_door(reader, edition.id, day, now.as_millisecond()).await? {
            Some(post) => nugget_of(&blog::store::public_post(reader, post, now.as_millisecond()).await?),
            None => None,
        };
        let sensitive = nugget.as_ref().is_some_and(|nugget| nugget.sensitive);
        let is_open = |day: &u16| edition.schedule.is_open(*day, now);
        Ok(DoorContent::Open(Box::new(OpenDoor {
            edition: link_to(edition),
            introduction_html: edition.introduction_html.clone(),
            day,
            date: weekday_and_date(date),
            nugget,
            previous: Some(day - 1).filter(|day| *day > 0),
            next: Some(day + 1).filter(is_open),
            help: if sensitive { crate::safety::store::help_numbers(reader).await? } else { Vec::new() },
        })))
    }

    /// A post as the guldkorn it is; nothing for other kinds.
    pub(crate) fn nugget_of(post: &blog::store::PostRow) -> Option<Nugget> {
        Some(Nugget {
            slug: post.slug.clone(),
            title: post.title.clone(),
            form: NuggetForm::parse(post.form.as_deref()?)?,
            quote: post.quote.clone(),
            source: post.source.clone(),
            body_html: post.body_html.clone(),
            picture: post.picture(),
            sensitive: post.sensitive,
        })
    }
}
