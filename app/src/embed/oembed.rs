//! `/oembed`: how another site shows the calendar when somebody pastes its address there (oembed.com, version 1.0).

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use url::Url;

use super::snippet::{SIZE, iframe};
use crate::calendar::published_edition;
use crate::error::AppError;
use crate::layout::{Layout, load_layout};
use crate::paths;
use crate::state::AppState;

/// How long others may remember a response, in seconds: what changes by itself is within the frame.
const CACHE_AGE: u32 = 24 * 60 * 60;

/// What is asked for.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct OembedQuery {
    /// Address of the page to show.
    #[serde(default)]
    pub url: String,
    /// The most pixels that it may be wide; what is no number says nothing.
    #[serde(default)]
    pub maxwidth: String,
    /// The most pixels that it may be high; what is no number says nothing.
    #[serde(default)]
    pub maxheight: String,
    /// Format of the response; empty for JSON.
    #[serde(default)]
    pub format: String,
}

/// Why there is no response, by the standard's statuses.
#[derive(Debug, thiserror::Error)]
pub enum OembedError {
    /// Only JSON is written: 501.
    #[error("only JSON is written")]
    Format,
    /// Nothing at the address may be shown elsewhere: 404.
    #[error("nothing at the address may be shown elsewhere")]
    NotFound,
    /// The database cannot be read.
    #[error(transparent)]
    App(AppError),
}

impl From<AppError> for OembedError {
    fn from(error: AppError) -> Self {
        if error == AppError::NotFound { Self::NotFound } else { Self::App(error) }
    }
}

/// A response of the type "rich".
#[derive(Debug, Serialize)]
struct Rich {
    version: &'static str,
    r#type: &'static str,
    provider_name: String,
    provider_url: String,
    title: String,
    html: String,
    width: u32,
    height: u32,
    cache_age: u32,
}

/// Answers as JSON how the calendar at an address is shown elsewhere.
///
/// # Errors
/// See [`OembedError`].
pub async fn oembed(state: &AppState, query: &OembedQuery) -> Result<String, OembedError> {
    if !matches!(query.format.as_str(), "" | "json") {
        return Err(OembedError::Format);
    }
    let layout = load_layout(state).await?;
    let slug = edition_at(&query.url, &layout.address).ok_or(OembedError::NotFound)?;
    let edition = published_edition(state, &slug).await?;
    if !layout.framers.is_open() {
        return Err(OembedError::NotFound);
    }
    let (width, height) = size(&query.maxwidth, &query.maxheight);
    let name = layout.settings.name;
    let attributes = format!("width=\"{width}\" height=\"{height}\" style=\"max-width:100%;border:0\"");
    let response = Rich {
        version: "1.0",
        r#type: "rich",
        html: iframe(&layout.address, &name, &edition, &attributes),
        title: edition.title,
        provider_name: name,
        provider_url: layout.address,
        width,
        height,
        cache_age: CACHE_AGE,
    };
    serde_json::to_string(&response).map_err(|error| {
        tracing::error!(%error, "a response could not be written as JSON");
        OembedError::App(AppError::Internal)
    })
}

/// Returns the address that programs ask how to show a page, for the page's head; `None` when nobody may show it, or it
/// is not that of an edition.
pub(crate) fn discovery_link(layout: &Layout, path: &str) -> Option<String> {
    let page = format!("{}{path}", layout.address);
    (layout.framers.is_open() && edition_at(&page, &layout.address).is_some()).then(|| {
        let page = utf8_percent_encode(&page, NON_ALPHANUMERIC);
        format!("{}{}?url={page}&format=json", layout.address, paths::OEMBED)
    })
}

/// Returns the slug of the edition whose page is at an address of this site, over whatever scheme, with or without "www.".
fn edition_at(address: &str, site: &str) -> Option<String> {
    let (page, site) = (Url::parse(address).ok()?, Url::parse(site).ok()?);
    let host = |url: &Url| Some(url.host_str()?.strip_prefix("www.").unwrap_or(url.host_str()?).to_owned());
    let is_web = matches!(page.scheme(), "http" | "https");
    if !is_web || host(&page)? != host(&site)? || page.port() != site.port() {
        return None;
    }
    let path = page.path().strip_prefix(paths::CALENDAR)?.strip_prefix('/')?.trim_end_matches('/');
    let slug = path.strip_suffix("/ram").unwrap_or(path);
    (!slug.is_empty() && !slug.contains('/')).then(|| slug.to_owned())
}

/// Returns width and height within what was asked for. A width of zero says nothing.
fn size(max_width: &str, max_height: &str) -> (u32, u32) {
    let most = |asked: &str| asked.parse().ok().filter(|pixels| *pixels > 0).unwrap_or(u32::MAX);
    (SIZE.0.min(most(max_width)), SIZE.1.min(most(max_height)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_an_edition_on_this_site_is_known() {
        let site = "https://www.mia.example";
        for (address, slug) in [
            ("https://www.mia.example/kalender/2026", Some("2026")),
            ("http://mia.example/kalender/2026/?vy=lista#x", Some("2026")),
            ("https://www.mia.example/kalender/2026/ram", Some("2026")),
            ("https://www.mia.example/kalender/2026/lucka/7", None),
            ("https://www.mia.example/kalender/", None),
            ("https://www.mia.example/blogg", None),
            ("https://www.mia.example:8443/kalender/2026", None),
            ("https://annan.example/kalender/2026", None),
            ("ftp://www.mia.example/kalender/2026", None),
            ("/kalender/2026", None),
            ("", None),
        ] {
            assert_eq!(edition_at(address, site).as_deref(), slug, "{address}");
        }
    }

    #[test]
    fn the_size_stays_within_what_was_asked_for() {
        assert_eq!(size("", ""), SIZE);
        assert_eq!(size("320", ""), (320, 800));
        assert_eq!(size("4000", "400"), (640, 400));
        assert_eq!(size("0", "-1"), SIZE);
        assert_eq!(size("x", "1"), (640, 1));
    }
}
