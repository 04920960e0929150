//! Reading and saving a section.

use std::collections::BTreeMap;

use sqlx::sqlite::SqliteConnection;

use super::check::{Around, check};
use super::filled::{Filled, Row};
use super::section::Section;
use super::store;
use crate::audit_log::{self, AuditAction, Subject};
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::safety::HelpNumber;
use crate::safety::store::{help_numbers, replace_help_numbers};
use crate::site::store::{replace_settings, replace_wordings, settings};
use crate::site::{Contact, Funder, MenuItem};
use crate::staff::Staff;
use crate::state::AppState;
use crate::time;

/// A section as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) filled: Filled,
    pub(crate) version: i64,
    /// Who saved it last; may be empty.
    pub(crate) changed_by: String,
}

/// What became of a save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Saved {
    /// It is on the disk, and every page shows it. What stood there before.
    Done(Filled),
    /// Some fields are refused.
    Invalid(FieldErrors),
    /// Somebody else has saved since.
    Overtaken,
}

/// A section as it is now.
pub(crate) async fn kept(state: &AppState, section: Section) -> Result<Kept, AppError> {
    // The version first: what is saved in between is a conflict, not lost.
    let (version, changed_by) = store::version(state.db.reader(), section.slug()).await?;
    Ok(Kept { filled: read(state, section).await?, version, changed_by })
}

/// Saves a section over the `version` that somebody had before them.
pub(crate) async fn keep(
    state: &AppState,
    staff: &Staff,
    section: Section,
    version: i64,
    typed: &Filled,
) -> Result<Saved, AppError> {
    let mut filled = typed.tidied(section);
    let mut tx = state.db.write_content().await?;
    if store::version(&mut *tx, section.slug()).await?.0 != version {
        return Ok(Saved::Overtaken);
    }
    // Nobody else writes while this does, so readers see what is there before.
    let own = settings(state.db.reader()).await?.address;
    let today = time::at_home(state.clock.now()).date();
    let errors = check(section, &mut filled, &Around { today, own: [&own, &state.address] });
    if !errors.is_empty() {
        return Ok(Saved::Invalid(errors));
    }
    let before = read(state, section).await?;
    write(&mut tx, state, section, &filled).await?;
    store::touch(&mut tx, section.slug(), &staff.name).await?;
    let about = Subject::Named(section.title());
    audit_log::note(&mut tx, staff, AuditAction::SettingsChanged, about, state.clock.now_millis()).await?;
    tx.commit().await?;
    Ok(Saved::Done(before))
}

async fn read(state: &AppState, section: Section) -> Result<Filled, AppError> {
    let reader = state.db.reader();
    let now = settings(reader).await?;
    let links = |items: Vec<MenuItem>| {
        items.into_iter().map(|item| row([("label", item.label), ("path", item.path)])).collect()
    };
    let (fields, lists): (Row, Vec<(&str, Vec<Row>)>) = match section {
        Section::Site => (
            row([
                ("name", now.name),
                ("vision", now.vision),
                ("description", now.description),
                ("address", now.address),
                ("notice", now.notice.unwrap_or_default()),
            ]),
            Vec::new(),
        ),
        Section::Contact => (
            row([
                ("name", now.contact.name),
                ("email", now.contact.email),
                ("phone", now.contact.phone),
                ("address", now.contact.address),
            ]),
            Vec::new(),
        ),
        Section::Links => (Row::new(), vec![("head", links(now.menu)), ("foot", links(now.foot))]),
        Section::Funders => {
            let funder = |funder: Funder| row([("name", funder.name), ("logo", funder.logo)]);
            (Row::new(), vec![("funders", now.funders.into_iter().map(funder).collect())])
        }
        Section::Safety => {
            let numbers = help_numbers(reader).await?.into_iter().map(|(number, checked)| {
                let HelpNumber { name, number, hours, note } = number;
                row([
                    ("name", name),
                    ("number", number),
                    ("hours", hours),
                    ("note", note),
                    ("checked", checked),
                ])
            });
            let fields = row([("exit_address", now.exit_address), ("safe_title", now.safe_title)]);
            (fields, vec![("numbers", numbers.collect())])
        }
        Section::Wordings => {
            let words = store::wordings(reader).await?.into_iter();
            let words = words.map(|(word, instead)| row([("word", word), ("instead", instead)])).collect();
            (Row::new(), vec![("words", words)])
        }
    };
    let lists: BTreeMap<_, _> = lists.into_iter().map(|(name, rows)| (name.to_owned(), rows)).collect();
    Ok(Filled { fields, lists })
}

async fn write(
    tx: &mut SqliteConnection,
    state: &AppState,
    section: Section,
    filled: &Filled,
) -> Result<(), AppError> {
    let mut settings = settings(state.db.reader()).await?;
    let field = |name| filled.field(name).to_owned();
    match section {
        Section::Site => {
            settings.name = field("name");
            settings.vision = field("vision");
            settings.description = field("description");
            settings.address = field("address");
            settings.notice = Some(field("notice")).filter(|notice| !notice.is_empty());
        }
        Section::Contact => {
            settings.contact = Contact {
                name: field("name"),
                email: field("email"),
                phone: field("phone"),
                address: field("address"),
            };
        }
        Section::Links => {
            let links = |list| {
                let rows = filled.list(list).iter();
                rows.map(|row| MenuItem { label: of(row, "label"), path: of(row, "path") }).collect()
            };
            (settings.menu, settings.foot) = (links("head"), links("foot"));
        }
        Section::Funders => {
            let rows = filled.list("funders").iter();
            settings.funders =
                rows.map(|row| Funder { name: of(row, "name"), logo: of(row, "logo") }).collect();
        }
        Section::Safety => {
            settings.exit_address = field("exit_address");
            settings.safe_title = field("safe_title");
            let number = |row| {
                let number = HelpNumber {
                    name: of(row, "name"),
                    number: of(row, "number"),
                    hours: of(row, "hours"),
                    note: of(row, "note"),
                };
                (number, of(row, "checked"))
            };
            let numbers: Vec<_> = filled.list("numbers").iter().map(number).collect();
            replace_help_numbers(tx, &numbers).await?;
        }
        Section::Wordings => {
            let words = filled.list("words").iter().map(|row| (of(row, "word"), of(row, "instead")));
            let words: Vec<_> = words.collect();
            return Ok(replace_wordings(tx, &words).await?);
        }
    }
    Ok(replace_settings(tx, &settings).await?)
}

fn row<const N: usize>(fields: [(&str, String); N]) -> Row {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn of(row: &Row, name: &str) -> String {
    row.get(name).cloned().unwrap_or_default()
}
