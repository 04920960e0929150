//! The settings as staff change them: in sections, each a small form of its own.
//!
//! `section` lists the fields of each section once; `form`, `validate`, `load`, `save` and the admin pages follow it. A
//! section's version keeps one person from saving over another.

#[cfg(feature = "ssr")]
mod choices;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod load;
#[cfg(feature = "ssr")]
mod save;
#[cfg(feature = "ssr")]
mod section;
#[cfg(feature = "ssr")]
mod store;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;
#[cfg(feature = "ssr")]
mod validate;

pub use crate::ids::SectionVersion;

#[cfg(feature = "ssr")]
pub(crate) use {
    choices::Choices,
    error::SettingsError,
    form::{SectionForm, SettingRow},
    load::{SavedSection, load_section},
    save::save_section,
    section::{Rule, SWITCH_ON, Section, SettingField, SettingList},
};
