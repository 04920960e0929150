//! What of this site is asked for at an address.

use super::redirects;
use crate::blog::{self, Listing};
use crate::error::AppError;
use crate::state::AppState;
use crate::ui::Document;
use crate::{calendar, paths, search, site, voices};

/// A page that is only read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading {
    /// Wherever the current edition of the calendar is.
    Calendar,
    /// A list of the blog's posts, and which of its pages, from 1.
    Posts(Listing, u32),
    /// A post.
    Post(String),
    /// All voices.
    Voices,
    /// A voice's whole story.
    Voice(String),
    /// What a search finds, under its form: the words, and which page, from 1.
    Search(String, u32),
    /// A plain page, such as "Om".
    Page(String),
}

impl Reading {
    /// Reads an address such as `/blogg/2020/12?sida=2`. `None`: there is no such address.
    pub(super) fn at(address: &str) -> Option<Self> {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let steps: Vec<_> = path.strip_prefix('/')?.split('/').collect();
        Some(match steps[..] {
            ["kalender"] => Self::Calendar,
            ["blogg"] => Self::Posts(Listing::All, page(query)),
            ["blogg", year] => Self::Posts(Listing::Year(number(year, 4)?), page(query)),
            ["blogg", year, month] => {
                Self::Posts(Listing::Month(number(year, 4)?, number(month, 2)?), page(query))
            }
            ["etikett", slug] => Self::Posts(Listing::Tagged(slug.to_owned()), page(query)),
            ["inlagg", slug] => Self::Post(slug.to_owned()),
            ["roster"] => Self::Voices,
            ["roster", slug] => Self::Voice(slug.to_owned()),
            ["sok"] => Self::Search(search::words_in(query), page(query)),
            [slug] => Self::Page(slug.to_owned()),
            _ => return None,
        })
    }

    /// Finishes the page.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is nothing that the public may see.
    pub(super) async fn finish(self, state: &AppState) -> Result<Document, AppError> {
        match self {
            Self::Calendar => match calendar::current_edition(state).await? {
                Some(slug) => redirects::leads_to(&paths::edition(&slug)),
                None => Ok(calendar::no_edition_page()),
            },
            Self::Posts(listing, page) => blog::list_page(state, listing, page).await,
            Self::Post(slug) => blog::post_page(state, &slug).await,
            Self::Voices => voices::list_page(state).await,
            Self::Voice(slug) => voices::voice_page(state, &slug).await,
            Self::Search(words, page) => search::results(state, &words, page).await,
            Self::Page(slug) => site::plain_page(state, &slug).await,
        }
    }
}

/// A number with exactly so many digits: one address a month, "03" and not "3".
fn number<T: std::str::FromStr>(text: &str, digits: usize) -> Option<T> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

/// The page of a list. What is no number is the first, as in the memory of finished pages.
fn page(query: &str) -> u32 {
    let number = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "sida");
    number.and_then(|(_, value)| value.parse().ok()).filter(|page| *page > 0).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_for_one_page() {
        assert_eq!(Reading::at("/blogg"), Some(Reading::Posts(Listing::All, 1)));
        assert_eq!(Reading::at("/blogg?x=1&sida=3"), Some(Reading::Posts(Listing::All, 3)));
        assert_eq!(Reading::at("/blogg?sida=0"), Some(Reading::Posts(Listing::All, 1)));
        assert_eq!(Reading::at("/blogg/2020"), Some(Reading::Posts(Listing::Year(2020), 1)));
        assert_eq!(Reading::at("/blogg/2020/03"), Some(Reading::Posts(Listing::Month(2020, 3), 1)));
        assert_eq!(Reading::at("/sok?q=sm%C3%A5+steg&sida=2"), Some(Reading::Search("små steg".into(), 2)));
        for nothing in
            ["/blogg/20", "/blogg/2020/3", "/blogg/2020/+3", "/blogg/2020/03/01", "/inlagg", "", "om"]
        {
            assert!(!matches!(Reading::at(nothing), Some(Reading::Posts(..))), "{nothing}");
        }
        assert_eq!(Reading::at("/inlagg/ett-namn"), Some(Reading::Post("ett-namn".into())));
        assert_eq!(Reading::at("/om?sida=2"), Some(Reading::Page("om".into())));
        assert_eq!(Reading::at("//om"), None);
    }
}
