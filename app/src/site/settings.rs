//! What the owner of the site decides about it.

/// The site as its owner describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Its name.
    pub name: String,
    /// Its vision, in a sentence or two.
    pub vision: String,
    /// What it is, for search engines.
    pub description: String,
    /// Where it is, such as `https://www.example.se`; empty for wherever the server listens.
    pub address: String,
    /// A line at the foot of every page.
    pub notice: Option<String>,
    /// Whom to turn to.
    pub contact: Contact,
    /// Where the quick exit leads.
    pub exit_address: String,
    /// The page title that sensitive posts show instead of their own.
    pub safe_title: String,
    /// The menu at the head.
    pub menu: Vec<MenuItem>,
    /// The links at the foot.
    pub foot: Vec<MenuItem>,
    /// Who pays, beside the European Union.
    pub funders: Vec<Funder>,
}

/// Whom to turn to. Parts that are empty are not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// A person's or an office's name.
    pub name: String,
    /// An e-mail address.
    pub email: String,
    /// A telephone number as one reads it.
    pub phone: String,
    /// A postal address.
    pub address: String,
}

/// A link in the menu or at the foot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    /// What it says.
    pub label: String,
    /// Where it leads, on this site.
    pub path: String,
}

/// Somebody who pays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funder {
    /// Their name.
    pub name: String,
    /// The address of their logo on this site.
    pub logo: String,
}
