//! What the site has, by its data: where the copy begins. All else is found by the links of these pages.

use app::error::AppError;
use app::posts::PostKind;
use app::state::AppState;
use app::{calendar, paths, posts};

use super::address::Address;
use super::redirects::QueryAddress;
use crate::syndication::sitemap;

/// What programs and readers look for without a link.
const FILES: [&str; 12] = [
    // Nothing links to it in an archive, but bookmarks do.
    paths::FEEDBACK,
    paths::FEED,
    paths::FEED_RSS,
    paths::FEED_JSON,
    paths::SITEMAP,
    paths::ROBOTS,
    paths::ICON,
    paths::ICON_ICO,
    paths::ICON_192,
    paths::ICON_512,
    paths::MASKABLE_ICON,
    paths::TOUCH_ICON,
];

/// An address to begin with.
pub(super) struct Seed {
    pub(super) address: Address,
    /// Whether it is a fault if nothing is there.
    pub(super) is_required: bool,
}

/// Returns the addresses of all public pages: those of the sitemap, all texts, and of each edition the doors, the list,
/// the open doors on one page and the reminders.
pub(super) async fn seeds(state: &AppState) -> Result<Vec<Seed>, AppError> {
    let (reader, now) = (state.db.reader(), state.clock.now_millis());
    let mut addresses: Vec<String> = sitemap::pages(state).await?.into_iter().map(|page| page.path).collect();
    let texts = app::blog::public_texts(reader, now).await?;
    addresses.extend(texts.iter().map(|text| text.kind.path(&text.slug)));
    addresses.push(paths::SAFE_SURFING.to_owned());
    for edition in calendar::store::public_editions(reader).await? {
        let slug = &edition.slug;
        addresses.extend([paths::edition_list(slug), paths::catch_up(slug), paths::edition_feed(slug)]);
        addresses.extend([paths::subscription(slug, false), paths::subscription(slug, true)]);
        let days = (1..=u16::MAX).take_while(|day| edition.schedule.date_of(*day).is_some());
        addresses.extend(days.map(|day| paths::door(slug, day)));
    }
    let seed = |address: &str, is_required| Seed { address: Address::of(address), is_required };
    let pages = addresses.iter().map(|address| seed(address, true));
    // An icon of pixels has no SVG.
    Ok(pages.chain(FILES.map(|file| seed(file, false))).collect())
}

/// Returns the old addresses that only their query tells apart.
pub(super) async fn queries(state: &AppState) -> Result<Vec<QueryAddress>, AppError> {
    let old = app::import::old_addresses(state.db.reader()).await?;
    Ok(old.iter().filter_map(QueryAddress::of).collect())
}

/// Returns the addresses under which something may once have been found, and those that only lead on. What they answer
/// to a visitor is theirs to say.
pub(super) async fn former(state: &AppState) -> Result<Vec<Address>, AppError> {
    let reader = state.db.reader();
    let mut addresses =
        vec![paths::CALENDAR.to_owned(), paths::TODAY.to_owned(), paths::QUICK_EXIT.to_owned()];
    for (slug, kind) in posts::store::former_addresses(reader).await? {
        addresses.push(kind.unwrap_or(PostKind::Article).path(&slug));
    }
    // Decoded already; what stands in a path as a question mark is none of a query.
    let old = app::import::old_addresses(reader).await?.into_iter().filter(|old| old.query.is_empty());
    addresses.extend(old.map(|old| old.path).filter(|path| !path.contains(['?', '%'])));
    for slug in posts::tags::former_slugs(reader).await? {
        addresses.extend([paths::tag(&slug), paths::tag_feed(&slug)]);
    }
    let editions = calendar::store::public_editions(reader).await?;
    let last = |schedule: &calendar::Schedule| {
        (1..=u16::MAX).take_while(|day| schedule.date_of(*day).is_some()).last()
    };
    let days = editions.iter().filter_map(|edition| last(&edition.schedule)).max().unwrap_or_default();
    for slug in calendar::former_slugs(reader).await? {
        addresses.extend([paths::edition(&slug), paths::edition_list(&slug), paths::catch_up(&slug)]);
        addresses.extend([paths::edition_feed(&slug), paths::subscription(&slug, false)]);
        addresses.extend((1..=days).map(|day| paths::door(&slug, day)));
    }
    Ok(addresses.iter().map(|address| Address::of(address)).collect())
}
