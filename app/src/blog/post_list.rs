//! The lists of posts: all, of a year, of a month, with a tag.

use crate::ids::TagId;
use crate::time::UnixMillis;
use std::ops::Range;

use super::types::PostList;
use super::{load_aside, store, views};
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;
use crate::time::{month_heading, month_span, year_span};
use crate::ui::Document;

/// How many posts a page of a list shows.
const PER_PAGE: u32 = 10;

/// The posts that a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PostFilter {
    /// All posts.
    All,
    /// The posts of a year.
    Year(i16),
    /// The posts of a year's month, from 1.
    Month(i16, i8),
    /// The posts with a tag, by its slug.
    Tag(String),
}

/// Renders a page of a list, from 1, newest posts first.
///
/// # Errors
/// [`AppError::NotFound`] for a year or month without posts, a tag that no public post has, and a page after the last.
pub(crate) async fn list_page(state: &AppState, filter: PostFilter, page: u32) -> Result<Document, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let year = match filter {
        PostFilter::Year(year) | PostFilter::Month(year, _) => Some(year),
        PostFilter::All | PostFilter::Tag(_) => None,
    };
    let (mut introduction, mut drawing) = (String::new(), None);
    let (kicker, title, address, scope) = match filter {
        PostFilter::All => ("", "Blogg".to_owned(), paths::BLOG.to_owned(), Scope::Between(store::ALWAYS)),
        PostFilter::Year(year) => {
            let span = year_span(year).ok_or(AppError::NotFound)?;
            ("Arkiv", year.to_string(), paths::year(year), Scope::Between(span))
        }
        PostFilter::Month(year, month) => {
            let span = month_span(year, month).ok_or(AppError::NotFound)?;
            ("Arkiv", month_heading(year, month), paths::month(year, month), Scope::Between(span))
        }
        PostFilter::Tag(slug) => {
            let head = store::find_tag(reader, &slug).await?;
            (introduction, drawing) = (head.introduction, Some(head.drawing));
            ("Etikett", head.tag.name, paths::tag(&head.tag.slug), Scope::WithTag(head.id))
        }
    };
    let tab_title =
        if matches!(scope, Scope::WithTag(_)) { format!("{kicker}: {title}") } else { title.clone() };
    let tab_title = if page == 1 { tab_title } else { format!("{tab_title}, sida {page}") };
    let description = match &scope {
        Scope::WithTag(_) if !introduction.is_empty() => introduction.clone(),
        Scope::WithTag(_) => format!("Alla inlägg med etiketten {title}, nyast först."),
        Scope::Between(_) if year.is_some() => {
            format!("Alla inlägg från {}, nyast först.", title.to_lowercase())
        }
        Scope::Between(_) => String::new(),
    };
    let count = match &scope {
        Scope::Between(span) => store::count_between(reader, span, now).await?,
        Scope::WithTag(tag) => store::count_with_tag(reader, *tag, now).await?,
    };
    // The list of all posts has a page even when it is empty.
    let pages = count.div_ceil(PER_PAGE).max(u32::from(address == paths::BLOG));
    if page > pages {
        return Err(AppError::NotFound);
    }
    let skip = (page - 1) * PER_PAGE;
    let posts = match &scope {
        Scope::Between(span) => store::posts_between(reader, span, now, PER_PAGE, skip).await?,
        Scope::WithTag(tag) => store::posts_with_tag(reader, *tag, now, PER_PAGE, skip).await?,
    };
    let aside = load_aside(state).await?;
    let list = PostList {
        kicker,
        title,
        tab_title,
        introduction,
        drawing,
        description,
        address,
        posts,
        page,
        pages,
        year,
    };
    Ok(views::list_page(list, &aside))
}

/// What a list's queries need to know of its filter.
enum Scope {
    /// The posts that became public in a span of time.
    Between(Range<UnixMillis>),
    /// The posts with a tag.
    WithTag(TagId),
}
