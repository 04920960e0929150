//! The server functions of the start page and the plain pages. Both only read what is public.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::blog::Teaser;
use crate::calendar::{EditionLink, EditionView};
use crate::error::AppError;
use crate::page_data::PageData;

/// What the start page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// The site's vision.
    pub vision: String,
    /// What the site is, for search engines.
    pub description: String,
    /// In season: the edition itself.
    pub edition: Option<EditionView>,
    /// Before the first door of an edition opens: when.
    pub countdown: Option<Countdown>,
    /// Off season: the edition to look back on.
    pub latest: Option<EditionLink>,
    /// The newest posts.
    pub posts: Vec<Teaser>,
}

/// The time left until an edition begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Countdown {
    /// "om 12 dagar"
    pub left: String,
    /// "tisdag 1 december"
    pub opens: String,
    /// The edition.
    pub edition: EditionLink,
}

/// The start page: a [`Start`].
#[server(prefix = "/api", endpoint = "site/start", input = GetUrl)]
pub async fn show_start() -> Result<PageData, AppError> {
    let state = crate::staff::guard::public()?;
    PageData::pack(&ask::start(&state).await?)
}

/// A plain page, such as "Om": a [`PostView`](crate::blog::PostView).
#[server(prefix = "/api", endpoint = "site/page", input = GetUrl)]
pub async fn show_page(slug: String) -> Result<PageData, AppError> {
    let state = crate::staff::guard::public()?;
    PageData::pack(&crate::blog::ask_post(&state, &[crate::blog::PostKind::Page], &slug).await?)
}

#[cfg(feature = "ssr")]
mod ask {
    use super::{Countdown, Start};
    use crate::error::AppError;
    use crate::state::{AppState, Freshness};
    use crate::{blog, calendar, site, time};

    const NEWEST: u32 = 3;

    pub(super) async fn start(state: &AppState) -> Result<Start, AppError> {
        let now = state.clock.now();
        let reader = state.db.reader();
        let settings = site::store::settings(reader).await?;
        let editions = calendar::store::public_editions(reader).await?;
        let season = calendar::season(&editions, now);
        let edition = match season.current.filter(|_| season.is_on) {
            Some(current) => Some(calendar::view_of(state, current, &editions).await?),
            None => None,
        };
        let runs = season.latest.is_some_and(|latest| latest.schedule.next_opening(now).is_some());
        Ok(Start {
            vision: settings.vision,
            description: settings.description,
            countdown: season.upcoming.filter(|_| !runs).map(|upcoming| countdown_to(upcoming, now)),
            latest: season.latest.filter(|_| edition.is_none()).map(calendar::link_to),
            edition,
            posts: blog::store::latest_posts(reader, now.as_millisecond(), NEWEST, 0).await?,
        })
    }

    fn countdown_to(edition: &calendar::Edition, now: jiff::Timestamp) -> Countdown {
        let left = time::countdown(now, edition.schedule.first_opening());
        if let Some(freshness) = leptos::prelude::use_context::<Freshness>() {
            freshness.tighten(left.until.as_millisecond());
        }
        Countdown {
            left: left.words,
            opens: edition.schedule.date_of(1).map(time::weekday_and_date).unwrap_or_default(),
            edition: calendar::link_to(edition),
        }
    }
}
