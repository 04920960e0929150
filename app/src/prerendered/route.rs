//! The routes of readers' pages: which page is at an address.

use super::redirects;
use crate::blog::{self, PostFilter};
use crate::error::AppError;
use crate::posts::{PostKind, RenditionKind};
use crate::state::AppState;
use crate::ui::Document;
use crate::{calendar, feedback, paths, plain_page, search, start_page, voices};

/// A page, by what its address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Route {
    /// The start page.
    Start,
    /// An edition, by its slug, and whether as a list of its doors.
    Edition(String, bool),
    /// A door, by the slug of its edition and its number.
    Door(String, u16),
    /// Redirects to the current edition of the calendar.
    Calendar,
    /// All open doors of an edition, by its slug, and which page of them, from 1.
    CatchUp(String, u32),
    /// How often the texts of an edition were read, by its slug.
    EditionReads(String),
    /// A list of posts, and which of its pages, from 1.
    Posts(PostFilter, u32),
    /// A post, by its slug.
    Post(String),
    /// A text in plain words or in another language: the kinds that it may be of, by the first step of its address, its slug, and
    /// how it is told.
    Rendition(&'static [PostKind], String, RenditionKind),
    /// All voices.
    Voices,
    /// A voice, by its slug.
    Voice(String),
    /// The results of a search: the visitor's words, and which page, from 1.
    SearchResults(String, u32),
    /// The form for messages about accessibility, with the query that may name a page.
    Feedback(String),
    /// The receipt of a message, by a token.
    FeedbackReceipt(String),
    /// The answer to a message.
    FeedbackAnswer,
    /// A plain page such as "Om", by its slug.
    PlainPage(String),
}

impl Route {
    /// Parses an address such as `/blogg/2020/12?sida=2`. Returns `None` when no page has such an address.
    pub(super) fn parse(address: &str) -> Option<Self> {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let steps: Vec<_> = path.strip_prefix('/')?.split('/').collect();
        let (first, rest) = steps.split_first()?;
        if path == paths::START {
            return Some(Self::Start);
        }
        Some(match (&*paths::page(first), rest) {
            (paths::CALENDAR, []) => Self::Calendar,
            (paths::CALENDAR, [edition]) => Self::Edition((*edition).to_owned(), is_list(query)),
            (paths::CALENDAR, [edition, "lucka", day]) => Self::Door((*edition).to_owned(), day_number(day)?),
            (paths::CALENDAR, [edition, "las"]) => Self::CatchUp((*edition).to_owned(), page(query)),
            (paths::CALENDAR, [edition, "statistik"]) => Self::EditionReads((*edition).to_owned()),
            (paths::BLOG, []) => Self::Posts(PostFilter::All, page(query)),
            (paths::BLOG, [year]) => Self::Posts(PostFilter::Year(number(year, 4)?), page(query)),
            (paths::BLOG, [year, month]) => {
                Self::Posts(PostFilter::Month(number(year, 4)?, number(month, 2)?), page(query))
            }
            (paths::TAG, [slug]) => Self::Posts(PostFilter::Tag((*slug).to_owned()), page(query)),
            (paths::POST, [slug]) => Self::Post((*slug).to_owned()),
            (paths::VOICES, []) => Self::Voices,
            (paths::VOICES, [slug]) => Self::Voice((*slug).to_owned()),
            (paths::SEARCH, []) => Self::SearchResults(search::searched_words(query), page(query)),
            (paths::STATEMENT, ["synpunkter"]) => Self::Feedback(query.to_owned()),
            (paths::STATEMENT, ["synpunkter", "kvitto", token]) => Self::FeedbackReceipt((*token).to_owned()),
            (paths::STATEMENT, ["svar"]) => Self::FeedbackAnswer,
            (paths::POST, [slug, step]) => {
                Self::rendition(&[PostKind::Article, PostKind::Guldkorn], slug, step)?
            }
            (paths::VOICES, [slug, step]) => Self::rendition(&[PostKind::Voice], slug, step)?,
            (_, []) => Self::PlainPage((*first).to_owned()),
            (_, [step]) if !paths::is_reserved(first) => Self::rendition(&[PostKind::Page], first, step)?,
            _ => return None,
        })
    }

    fn rendition(kinds: &'static [PostKind], slug: &str, step: &str) -> Option<Self> {
        Some(Self::Rendition(kinds, slug.to_owned(), RenditionKind::parse(step)?))
    }

    /// Renders the page.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is nothing that the public may see.
    pub(super) async fn render(self, state: &AppState) -> Result<Document, AppError> {
        match self {
            Self::Start => start_page::start_page(state).await,
            Self::Edition(slug, as_list) => calendar::edition_page(state, &slug, as_list).await,
            Self::Door(edition, day) => calendar::door_page(state, &edition, day).await,
            Self::Calendar => match calendar::current_edition_slug(state).await? {
                Some(slug) => redirects::redirect_to(&paths::edition(&slug)),
                None => Ok(calendar::no_edition_page()),
            },
            Self::CatchUp(edition, page) => calendar::catch_up_page(state, &edition, page).await,
            Self::EditionReads(edition) => calendar::reads_page(state, &edition).await,
            Self::Posts(filter, page) => blog::list_page(state, filter, page).await,
            Self::Post(slug) => blog::post_page(state, &slug).await,
            Self::Rendition(kinds, slug, told) => blog::rendition_page(state, kinds, &slug, told).await,
            Self::Voices => voices::list_page(state).await,
            Self::Voice(slug) => voices::voice_page(state, &slug).await,
            Self::SearchResults(words, page) => search::results_page(state, &words, page).await,
            Self::Feedback(query) => feedback::form_page(state, &query).await,
            Self::FeedbackReceipt(token) => feedback::receipt_page(state, &token).await,
            Self::FeedbackAnswer => feedback::answer_page().await,
            Self::PlainPage(slug) => plain_page::plain_page(state, &slug).await,
        }
    }
}

/// Parses a number of exactly so many digits: a month has one address, "03" and not "3".
fn number<T: std::str::FromStr>(text: &str, digits: usize) -> Option<T> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

/// Parses the number of a door: neither "07" nor "+7" is one, since a door has one address.
fn day_number(text: &str) -> Option<u16> {
    if text.starts_with(['0', '+']) { None } else { text.parse().ok() }
}

/// Reads whether a query asks for the doors of an edition as a list.
fn is_list(query: &str) -> bool {
    form_urlencoded::parse(query.as_bytes()).any(|(name, value)| name == "vy" && value == "lista")
}

/// Reads which page of a list a query asks for. What is no number means the first, as in the page cache's keys.
fn page(query: &str) -> u32 {
    let number = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "sida");
    number.and_then(|(_, value)| value.parse().ok()).filter(|page| *page > 0).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_one_address() {
        assert_eq!(Route::parse("/blogg"), Some(Route::Posts(PostFilter::All, 1)));
        assert_eq!(Route::parse("/blogg?x=1&sida=3"), Some(Route::Posts(PostFilter::All, 3)));
        assert_eq!(Route::parse("/blogg?sida=0"), Some(Route::Posts(PostFilter::All, 1)));
        assert_eq!(Route::parse("/blogg/2020"), Some(Route::Posts(PostFilter::Year(2020), 1)));
        assert_eq!(Route::parse("/blogg/2020/03"), Some(Route::Posts(PostFilter::Month(2020, 3), 1)));
        assert_eq!(
            Route::parse("/sok?q=sm%C3%A5+steg&sida=2"),
            Some(Route::SearchResults("små steg".into(), 2))
        );
        for nothing in
            ["/blogg/20", "/blogg/2020/3", "/blogg/2020/+3", "/blogg/2020/03/01", "/inlagg", "", "om"]
        {
            assert!(!matches!(Route::parse(nothing), Some(Route::Posts(..))), "{nothing}");
        }
        assert_eq!(Route::parse("/inlagg/ett-namn"), Some(Route::Post("ett-namn".into())));
        assert_eq!(Route::parse("/kalender/2026/las?sida=2"), Some(Route::CatchUp("2026".into(), 2)));
        assert_eq!(Route::parse("/kalender/2026/statistik"), Some(Route::EditionReads("2026".into())));
        assert_eq!(Route::parse("/kalender/2026/annat"), None);
        assert_eq!(Route::parse("/?x=1"), Some(Route::Start));
        assert_eq!(Route::parse("/kalender/2026?vy=lista"), Some(Route::Edition("2026".into(), true)));
        assert_eq!(Route::parse("/kalender/2026?vy=x"), Some(Route::Edition("2026".into(), false)));
        assert_eq!(Route::parse("/kalender/2026/lucka/7"), Some(Route::Door("2026".into(), 7)));
        for nothing in ["/kalender/2026/lucka/07", "/kalender/2026/lucka/+7", "/kalender/2026/lucka/"] {
            assert_eq!(Route::parse(nothing), None, "{nothing}");
        }
        assert_eq!(Route::parse(paths::FEEDBACK_ANSWER), Some(Route::FeedbackAnswer));
        assert_eq!(
            Route::parse("/tillganglighet/synpunkter?sida=/om"),
            Some(Route::Feedback("sida=/om".into()))
        );
        assert_eq!(Route::parse(&paths::feedback_receipt("x")), Some(Route::FeedbackReceipt("x".into())));
        assert_eq!(Route::parse("/om?sida=2"), Some(Route::PlainPage("om".into())));
        assert_eq!(Route::parse("//om"), None);
        for (address, kinds, slug, step) in [
            (
                "/inlagg/sma-steg/lattlast",
                &[PostKind::Article, PostKind::Guldkorn][..],
                "sma-steg",
                "lattlast",
            ),
            ("/inlagg/sma-steg/ar?x=1", &[PostKind::Article, PostKind::Guldkorn][..], "sma-steg", "ar"),
            ("/roster/ett/en", &[PostKind::Voice][..], "ett", "en"),
            ("/om/lattlast", &[PostKind::Page][..], "om", "lattlast"),
        ] {
            let Some(Route::Rendition(of, named, told)) = Route::parse(address) else { panic!("{address}") };
            assert_eq!((of, &*named, told.as_str()), (kinds, slug, step));
        }
        for nothing in [
            "/inlagg/x/xx",
            "/sok/lattlast",
            "/admin/lattlast",
            "/om/annat",
            "/om/lattlast/ar",
            "/etikett/x/ar",
        ] {
            assert!(!matches!(Route::parse(nothing), Some(Route::Rendition(..))), "{nothing}");
        }
    }
}
