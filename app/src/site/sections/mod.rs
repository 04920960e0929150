//! The settings as staff change them: in sections, each a small form of its own.
//!
//! Each section has a file that lists its fields once, and reads them from the settings and writes them there. `form`,
//! `validate`, `load`, `save` and the admin pages follow it. A section's version keeps one person from saving over another.

#[cfg(feature = "ssr")]
mod brand;
#[cfg(feature = "ssr")]
mod choices;
#[cfg(feature = "ssr")]
mod colours;
#[cfg(feature = "ssr")]
mod contact;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod field;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod framers;
#[cfg(feature = "ssr")]
mod funders;
#[cfg(feature = "ssr")]
mod links;
#[cfg(feature = "ssr")]
mod load;
#[cfg(feature = "ssr")]
mod picture_place;
#[cfg(feature = "ssr")]
mod safety;
#[cfg(feature = "ssr")]
mod save;
#[cfg(feature = "ssr")]
mod section;
#[cfg(feature = "ssr")]
mod site;
#[cfg(feature = "ssr")]
mod statement;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod syntax;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;
#[cfg(feature = "ssr")]
mod validate;
#[cfg(feature = "ssr")]
mod wordings;

pub use crate::ids::SectionVersion;

#[cfg(feature = "ssr")]
pub(crate) use {
    choices::Choices,
    error::SettingsError,
    field::{Rule, SWITCH_ON, SettingField, SettingList},
    form::{SectionForm, SettingRow},
    load::{SavedSection, load_section},
    picture_place::PicturePlace,
    save::save_section,
    section::Section,
    store::{increase_version, version},
};
