//! What the owner of the site decides about it.

use super::brand::Brand;
use super::colours::BrandColours;
use super::{Accessibility, Funding, store};
use crate::error::AppError;
use crate::state::AppState;

/// The name of a site whose owner has not chosen one. Readers meet it on every page.
pub(crate) const PLACEHOLDER_NAME: &str = "Vår webbplats";

/// The settings of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The name of the site, in the header and in each page's title.
    pub name: String,
    /// The vision, in a sentence or two.
    pub vision: String,
    /// A sentence about the site for search engines.
    pub description: String,
    /// Address of the site, such as `https://www.example.se`; empty for wherever the server listens.
    pub address: String,
    /// A line in the footer of every page.
    pub notice: Option<String>,
    /// The contact in the footer.
    pub contact: Contact,
    /// Address of the quick exit.
    pub exit_address: String,
    /// The page title that sensitive posts show instead of their own.
    pub safe_title: String,
    /// Words that may make a text sensitive, one a line; none for those that come with the program.
    pub sensitive_words: Option<String>,
    /// Logo, icon and the picture of shared links.
    pub brand: Brand,
    /// Whether the start page shows, out of season, another guldkorn of past editions every week.
    pub weekly_guldkorn: bool,
    /// The colours of the organisation that it belongs to.
    pub colours: BrandColours,
    /// The links of the menu, in their order.
    pub menu: Vec<MenuItem>,
    /// The links in the footer, in their order.
    pub foot: Vec<MenuItem>,
    /// Who pays.
    pub funding: Funding,
    /// The zone of the site's days and times, by its name in the time-zone database.
    pub time_zone: String,
    /// What the accessibility statement says.
    pub accessibility: Accessibility,
}

/// A contact. Parts that are empty are not shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// A person's or an office's name.
    pub name: String,
    /// An e-mail address.
    pub email: String,
    /// A telephone number in a form that is easy to read.
    pub phone: String,
    /// A postal address.
    pub address: String,
}

/// A link in the menu or the footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    /// Text of the link.
    pub label: String,
    /// Path on this site.
    pub path: String,
}

/// Returns the page title that sensitive posts show instead of their own.
pub(crate) async fn safe_title(state: &AppState) -> Result<String, AppError> {
    Ok(store::safe_title(state.db.reader()).await?)
}
