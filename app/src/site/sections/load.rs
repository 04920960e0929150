//! Loads a section.

use std::collections::BTreeMap;

use super::form::{SectionForm, SettingRow};
use super::section::{SWITCH_ON, Section};
use super::store;
use crate::error::AppError;
use crate::ids::SectionVersion;
use crate::posts::checks::SENSITIVE_WORDS;
use crate::safety::HelpNumber;
use crate::safety::store::help_numbers;
use crate::site::store::settings;
use crate::site::{Funder, MenuItem};
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
    let links = |items: Vec<MenuItem>| {
        items.into_iter().map(|item| row([("label", item.label), ("path", item.path)])).collect()
    };
    let (fields, lists): (SettingRow, Vec<(&str, Vec<SettingRow>)>) = match section {
        Section::Site => (
            row([
                ("name", settings.name),
                ("vision", settings.vision),
                ("description", settings.description),
                ("address", settings.address),
                ("notice", settings.notice.unwrap_or_default()),
                ("weekly_guldkorn", switch(settings.weekly_guldkorn)),
            ]),
            Vec::new(),
        ),
        Section::Contact => (
            row([
                ("name", settings.contact.name),
                ("email", settings.contact.email),
                ("phone", settings.contact.phone),
                ("address", settings.contact.address),
            ]),
            Vec::new(),
        ),
        Section::Links => {
            (SettingRow::new(), vec![("head", links(settings.menu)), ("foot", links(settings.foot))])
        }
        Section::Funders => {
            let funder = |funder: Funder| row([("name", funder.name), ("logo", funder.logo)]);
            let funders = settings.funders.into_iter().map(funder).collect();
            (row([("eu_emblem", switch(settings.eu_emblem))]), vec![("funders", funders)])
        }
        Section::Safety => {
            let numbers = help_numbers(reader).await?.into_iter().map(|(number, checked)| {
                let HelpNumber { name, number, hours, cost, note } = number;
                row([
                    ("name", name),
                    ("number", number),
                    ("hours", hours),
                    ("cost", cost),
                    ("note", note),
                    ("checked", checked),
                ])
            });
            let words = settings.sensitive_words.unwrap_or_else(|| SENSITIVE_WORDS.trim_end().to_owned());
            let fields = row([
                ("exit_address", settings.exit_address),
                ("safe_title", settings.safe_title),
                ("sensitive_words", words),
            ]);
            (fields, vec![("numbers", numbers.collect())])
        }
        Section::Wordings => {
            let words = store::wordings(reader).await?.into_iter();
            let words = words.map(|(word, instead)| row([("word", word), ("instead", instead)])).collect();
            (SettingRow::new(), vec![("words", words)])
        }
    };
    let lists: BTreeMap<_, _> = lists.into_iter().map(|(name, rows)| (name.to_owned(), rows)).collect();
    Ok(SectionForm { fields, lists })
}

fn switch(is_on: bool) -> String {
    if is_on { SWITCH_ON.to_owned() } else { String::new() }
}

fn row<const N: usize>(fields: [(&str, String); N]) -> SettingRow {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
