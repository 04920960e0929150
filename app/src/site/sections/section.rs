//! The sections of the settings.

use super::field::{SettingField, SettingList};
use super::{brand, colours, contact, framers, funders, links, safety, site, statement, wordings};

/// A section of the settings. Each is described in a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    /// The site itself.
    Site,
    /// Logo, icon and the picture of shared links.
    Brand,
    /// The colours.
    Colours,
    /// The contact at the foot of every page.
    Contact,
    /// The menu and the links at the foot.
    Links,
    /// The funders.
    Funders,
    /// Care for readers at risk.
    Safety,
    /// Other sites that show the calendar.
    Framers,
    /// The accessibility statement.
    Statement,
    /// Words to avoid, each with what to write instead.
    Wordings,
}

/// What a section consists of.
pub(super) struct SectionSpec {
    pub(super) slug: &'static str,
    pub(super) title: &'static str,
    pub(super) about: &'static str,
    pub(super) fields: &'static [SettingField],
    pub(super) lists: &'static [SettingList],
}

impl Section {
    /// All sections, in the order of the overview.
    pub(crate) const ALL: [Self; 10] = [
        Self::Site,
        Self::Brand,
        Self::Colours,
        Self::Contact,
        Self::Links,
        Self::Funders,
        Self::Safety,
        Self::Framers,
        Self::Statement,
        Self::Wordings,
    ];

    const fn spec(self) -> &'static SectionSpec {
        match self {
            Self::Site => &site::SPEC,
            Self::Brand => &brand::SPEC,
            Self::Colours => &colours::SPEC,
            Self::Contact => &contact::SPEC,
            Self::Links => &links::SPEC,
            Self::Funders => &funders::SPEC,
            Self::Safety => &safety::SPEC,
            Self::Framers => &framers::SPEC,
            Self::Statement => &statement::SPEC,
            Self::Wordings => &wordings::SPEC,
        }
    }

    /// Returns the last part of the page's address, which also names the section in the database.
    pub(crate) const fn slug(self) -> &'static str {
        self.spec().slug
    }

    /// Finds the section of a slug.
    pub(crate) fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.slug() == slug)
    }

    /// Returns the title, in Swedish.
    pub(crate) const fn title(self) -> &'static str {
        self.spec().title
    }

    /// Returns what the section is about, in Swedish.
    pub(crate) const fn about(self) -> &'static str {
        self.spec().about
    }

    /// Returns the fields that are no part of a list.
    pub(crate) const fn fields(self) -> &'static [SettingField] {
        self.spec().fields
    }

    /// Returns the lists.
    pub(crate) const fn lists(self) -> &'static [SettingList] {
        self.spec().lists
    }
}
