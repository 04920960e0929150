//! What the owner of the site decides about it: all of `/admin/installningar`.

use serde::{Deserialize, Serialize};

use super::PictureId;

/// The file `data/settings.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The site itself.
    pub site: Site,
    /// Logo, icon and the picture of shared links.
    pub brand: Brand,
    /// The colours of the organisation.
    pub colours: Colours,
    /// The contact at the foot of every page.
    pub contact: Contact,
    /// The links of the menu, in their order.
    pub menu: Vec<Link>,
    /// The links at the foot, in their order.
    pub foot: Vec<Link>,
    /// Who pays.
    pub funding: Funding,
    /// Care for readers at risk.
    pub safety: Safety,
    /// What the accessibility statement says.
    pub accessibility: Accessibility,
    /// Words to avoid, in alphabetical order of their letters.
    pub wordings: Vec<Wording>,
}

/// What the site says of itself on every page and to search engines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// The name, as in the header.
    pub name: String,
    /// The vision, in a sentence or two.
    pub vision: String,
    /// A sentence for search engines.
    pub description: String,
    /// The address, such as `https://www.example.se`; empty when it is not set.
    pub address: String,
    /// A line at the foot of every page.
    pub notice: Option<String>,
    /// The zone of its days and times, by its name in the time-zone database.
    pub time_zone: String,
    /// Whether the start page shows another guldkorn of past editions every week.
    pub weekly_guldkorn: bool,
}

/// Logo, icon and the picture of shared links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// The logo for light grounds.
    pub logo: Option<PictureId>,
    /// The logo for dark grounds.
    pub logo_on_dark: Option<PictureId>,
    /// Whether the name stands in the logo.
    pub logo_has_name: bool,
    /// The icon.
    pub icon: Option<PictureId>,
    /// The letters of the icon that is drawn where there is none; empty: those of the name.
    pub initials: String,
    /// The picture beside shared links.
    pub shared_picture: Option<PictureId>,
}

/// The colours of the organisation, as "#rrggbb".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct Colours {
    /// The main colour; none for the program's own.
    pub main: Option<String>,
    /// The accent; none for one that goes with the main colour.
    pub accent: Option<String>,
}

/// The contact at the foot of every page. Parts that are empty are not shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// A person's or an office's name.
    pub name: String,
    /// An e-mail address.
    pub email: String,
    /// A telephone number.
    pub phone: String,
    /// A postal address.
    pub address: String,
}

/// A link of the menu or the foot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Its text.
    pub label: String,
    /// A path on the site, or a whole address.
    pub path: String,
}

/// Who pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Funding {
    /// The heading above the funders.
    pub heading: String,
    /// The EU's share: "`co_funded`", "funded" or "`next_generation`"; empty when it has none.
    pub eu_support: String,
    /// The language of the sentence about it: "sv" or "en".
    pub eu_language: String,
    /// The funders, in their order.
    pub funders: Vec<Funder>,
}

/// A funder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct Funder {
    /// Its name.
    pub name: String,
    /// Its logo; without one the name is shown.
    pub logo: Option<PictureId>,
}

/// Care for readers at risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Safety {
    /// Where the quick exit leads.
    pub exit_address: String,
    /// The page title that sensitive posts show instead of their own.
    pub safe_title: String,
    /// Words that may make a text sensitive, one a line; none for those that come with the program.
    pub sensitive_words: Option<String>,
    /// The help numbers, in their order.
    pub help_numbers: Vec<HelpNumber>,
}

/// A telephone number for help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct HelpNumber {
    /// Who answers.
    pub name: String,
    /// The number as people read it, with spaces.
    pub number: String,
    /// When somebody answers; may be empty.
    pub hours: String,
    /// What a call costs; may be empty.
    pub cost: String,
    /// More about it; may be empty.
    pub note: String,
    /// The day somebody last checked it, as yyyy-mm-dd.
    pub checked_on: String,
}

/// What the accessibility statement says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accessibility {
    /// The organisation that answers for the site.
    pub organisation: String,
    /// Whether the law on accessibility to digital public service applies.
    pub is_public_actor: bool,
    /// How far the site complies: "full", "partial" or "none"; empty until it was assessed.
    pub compliance: String,
    /// The day of the assessment, as yyyy-mm-dd; empty until then.
    pub assessed_on: String,
    /// The day on which the statement last changed.
    pub updated_on: String,
    /// The day on which somebody last looked whether it is still true.
    pub reviewed_on: String,
    /// Who assessed the site: "self" or "outside"; empty until then.
    pub method: String,
    /// The name of the one who did, when that was somebody else.
    pub assessor: String,
    /// How the site was tested, in lines.
    pub tests: String,
    /// What does not work for everybody, in its order.
    pub faults: Vec<Fault>,
}

/// Something that does not work for everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// What does not work.
    pub what: String,
    /// The page or part of the site, in words.
    pub place: String,
    /// For whom, by the name of the situation in the settings.
    pub situation: String,
    /// Why: "fault", "burden" or "outside".
    pub reason: String,
    /// Why mending would be a disproportionate burden.
    pub assessment: String,
    /// What people can do instead.
    pub alternative: String,
    /// The criterion of WCAG.
    pub criterion: String,
    /// When it is to be mended.
    pub planned: String,
}

/// A word to avoid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The word.
    pub word: String,
    /// What to write instead.
    pub instead: String,
}
