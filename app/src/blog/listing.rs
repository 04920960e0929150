//! The blog's lists: everything, a year, a month, a subject.

use crate::posts::TagId;
use crate::time::UnixMillis;
use std::ops::Range;

use super::types::PostList;
use super::{aside, store, views};
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;
use crate::time::{month_name, month_span, year_span};
use crate::ui::Document;

const PER_PAGE: u32 = 10;

/// Which posts a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Listing {
    /// All of them.
    All,
    /// Those of a year.
    Year(i16),
    /// Those of a month, from 1.
    Month(i16, i8),
    /// Those on a subject, by its slug.
    Tagged(String),
}

/// A page of a list, from 1, newest posts first.
///
/// # Errors
/// [`AppError::NotFound`] for a year or month without posts, a subject that no public post has, and a page beyond
/// the last.
pub(crate) async fn list_page(state: &AppState, listing: Listing, page: u32) -> Result<Document, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let (kicker, title, address, scope) = match listing {
        Listing::All => ("", "Blogg".to_owned(), paths::BLOG.to_owned(), Scope::Between(store::ALWAYS)),
        Listing::Year(year) => {
            let span = year_span(year).ok_or(AppError::NotFound)?;
            ("Arkiv", year.to_string(), paths::year(year), Scope::Between(span))
        }
        Listing::Month(year, month) => {
            let span = month_span(year, month).ok_or(AppError::NotFound)?;
            let title = format!("{} {year}", month_name(month));
            ("Arkiv", title, paths::month(year, month), Scope::Between(span))
        }
        Listing::Tagged(slug) => {
            let (id, tag) = store::find_tag(reader, &slug).await?;
            ("Etikett", tag.name, paths::tag(&tag.slug), Scope::Tagged(id))
        }
    };
    let tab_title =
        if matches!(scope, Scope::Tagged(_)) { format!("{kicker}: {title}") } else { title.clone() };
    let tab_title = if page == 1 { tab_title } else { format!("{tab_title}, sida {page}") };
    let count = match &scope {
        Scope::Between(span) => store::count_between(reader, span, now).await?,
        Scope::Tagged(tag) => store::count_tagged(reader, *tag, now).await?,
    };
    // The blog itself is there even when it is empty.
    let pages = count.div_ceil(PER_PAGE).max(u32::from(address == paths::BLOG));
    if page > pages {
        return Err(AppError::NotFound);
    }
    let skip = (page - 1) * PER_PAGE;
    let posts = match &scope {
        Scope::Between(span) => store::posts_between(reader, span, now, PER_PAGE, skip).await?,
        Scope::Tagged(tag) => store::posts_tagged(reader, *tag, now, PER_PAGE, skip).await?,
    };
    let aside = aside::load(state).await?;
    Ok(views::list_page(PostList { kicker, title, tab_title, address, posts, page, pages }, &aside))
}

enum Scope {
    Between(Range<UnixMillis>),
    Tagged(TagId),
}
