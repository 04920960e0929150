//! The data of header and footer.

use crate::cache::{Cached, Validity};
use crate::calendar;
use crate::error::AppError;
use crate::next_change::next_change;
use crate::site::brand::{Logo, SiteBrand};
use crate::site::colours::SiteColours;
use crate::site::{self, Framers, Funder, MenuItem, Settings, leads_somewhere};
use crate::state::AppState;
use crate::time::{self, UnixMillis};
use crate::voices::{self, VoiceExtract};

/// The data of header and footer, the same for every page until something changes.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The site's settings.
    pub settings: Settings,
    /// The funders' logos, in their order; none where only the name is shown.
    pub funders_logos: Vec<Option<Logo>>,
    /// All colours, derived from those of the settings.
    pub colours: SiteColours,
    /// The beginning of absolute links to the site, such as `https://www.example.se`.
    pub address: String,
    /// The sites that may show the calendar in a frame.
    pub framers: Framers,
    /// The pictures of the brand.
    pub brand: SiteBrand,
    /// At most two voices, others every day.
    pub voices: Vec<VoiceExtract>,
    /// A sentence with the site's own time, when its clock was moved.
    pub moved_clock: Option<String>,
    /// Today's door, when it is open and has a text.
    pub todays_door: Option<u16>,
    /// When the site next changes by itself.
    pub until: UnixMillis,
}

/// Loads the layout, from the cache while it holds.
///
/// # Errors
/// [`AppError::Internal`] when the database cannot be read.
pub async fn load_layout(state: &AppState) -> Result<Layout, AppError> {
    // Before anything is read: a change meanwhile makes the cached layout stale, and not wrong until the next one.
    let (generation, now) = (state.db.generation(), state.clock.now());
    let from = now.into();
    let cached = state.extensions.get::<Cached<Layout>>();
    let layout = match cached.get(generation, from) {
        Some(layout) => layout,
        None => {
            let layout = read_layout(state, now).await?;
            cached.put(Validity { generation, from, until: layout.until }, layout)
        }
    };
    let moved_clock = || {
        let now = time::at_home(now);
        format!("Klockan är flyttad: {} {}", time::date_with_year(now.date()), time::clock_time(now.time()))
    };
    Ok(Layout { moved_clock: state.clock.is_moved().then(moved_clock), ..Layout::clone(&layout) })
}

/// Leaves out links that lead nowhere, such as to a page that is not published yet.
async fn living(state: &AppState, items: Vec<MenuItem>, now: UnixMillis) -> Result<Vec<MenuItem>, AppError> {
    let mut living = Vec::with_capacity(items.len());
    for item in items {
        if leads_somewhere(state.db.reader(), &item.path, now).await? {
            living.push(item);
        }
    }
    Ok(living)
}

async fn funders_logos(state: &AppState, funders: &[Funder]) -> Result<Vec<Option<Logo>>, AppError> {
    let mut logos = Vec::with_capacity(funders.len());
    for funder in funders {
        logos.push(match funder.logo {
            Some(picture) => Logo::load(state.db.reader(), picture, false, false).await?,
            None => None,
        });
    }
    Ok(logos)
}

async fn read_layout(state: &AppState, now: jiff::Timestamp) -> Result<Layout, AppError> {
    let all = voices::store::extracts(state.db.reader(), now.into()).await?;
    let day = usize::from(time::at_home(now).day_of_year().unsigned_abs());
    let voices = (0..all.len().min(2)).filter_map(|n| all.get((day * 2 + n) % all.len())).cloned().collect();
    let mut settings = site::store::settings(state.db.reader()).await?;
    settings.menu = living(state, settings.menu, now.into()).await?;
    settings.foot = living(state, settings.foot, now.into()).await?;
    let colours = SiteColours::of(settings.colours);
    let mut brand = SiteBrand::load(state.db.reader(), &settings.brand, &settings.name).await?;
    brand.icon.drawn_in(&colours);
    Ok(Layout {
        funders_logos: funders_logos(state, &settings.funding.funders).await?,
        colours,
        settings,
        brand,
        framers: site::store::framers(state.db.reader()).await?,
        address: site::address(state).await?,
        voices,
        moved_clock: None,
        todays_door: calendar::door_to_open(state).await?,
        until: next_change(state).await?,
    })
}
