//! Loads a section.

use super::form::SectionForm;
use super::section::Section;
use super::{brand, colours, contact, framers, funders, links, safety, site, statement, store, wordings};
use crate::error::AppError;
use crate::ids::SectionVersion;
use crate::safety::store::help_numbers;
use crate::site::store::{self as site_store, settings};
use crate::state::AppState;

/// A section as it is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SavedSection {
    pub(crate) form: SectionForm,
    pub(crate) version: SectionVersion,
    /// The name of the account that saved it last; empty when nobody has.
    pub(crate) changed_by: String,
}

/// Loads a section.
pub(crate) async fn load_section(state: &AppState, section: Section) -> Result<SavedSection, AppError> {
    // The version first: what is saved in between is then a conflict, not lost.
    let (version, changed_by) = store::version(state.db.reader(), section.slug()).await?;
    Ok(SavedSection { form: load_form(state, section).await?, version, changed_by })
}

/// Loads the values of a section.
pub(super) async fn load_form(state: &AppState, section: Section) -> Result<SectionForm, AppError> {
    let reader = state.db.reader();
    let settings = settings(reader).await?;
    Ok(match section {
        Section::Site => site::read(settings),
        Section::Brand => brand::read(settings),
        Section::Colours => colours::read(&settings),
        Section::Contact => contact::read(settings),
        Section::Links => links::read(settings),
        Section::Funders => funders::read(settings),
        Section::Safety => safety::read(settings, help_numbers(reader).await?),
        Section::Framers => framers::read(site_store::framers(reader).await?),
        Section::Statement => statement::read(settings),
        Section::Wordings => wordings::read(store::wordings(reader).await?),
    })
}
