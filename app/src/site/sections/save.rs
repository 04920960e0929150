//! Saves a section.

use sqlx::sqlite::SqliteConnection;

use super::error::SettingsError;
use super::form::{SectionForm, SettingRow};
use super::load::load_form;
use super::section::{Rule, Section};
use super::store;
use super::validate::{ValidationContext, validate};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::ids::SectionVersion;
use crate::posts::checks::SENSITIVE_WORDS;
use crate::safety::HelpNumber;
use crate::safety::store::replace_help_numbers;
use crate::site::links::leads_somewhere;
use crate::site::logos::logos;
use crate::site::store::{replace_settings, replace_wordings, settings};
use crate::site::{Contact, Funder, MenuItem};
use crate::staff::Staff;
use crate::state::AppState;
use crate::time;

/// Saves a section over the version that the form was made of. Returns the values before.
pub(crate) async fn save_section(
    state: &AppState,
    staff: &Staff,
    section: Section,
    version: SectionVersion,
    typed: &SectionForm,
) -> Result<SectionForm, SettingsError> {
    let mut form = typed.normalized(section);
    let mut tx = state.db.write_content().await?;
    if store::version(&mut *tx, section.slug()).await?.0 != version {
        return Err(SettingsError::Conflict);
    }
    // The pool has one writer, so what readers see is what stood there before this transaction.
    let own = settings(state.db.reader()).await?.address;
    let today = time::at_home(state.clock.now()).date();
    let (dead_links, logos) = (dead_links(state, section, &form).await?, logos(&state.site_folder));
    let context =
        ValidationContext { today, own: [&own, &state.address], dead_links: &dead_links, logos: &logos };
    let errors = validate(section, &mut form, &context);
    if !errors.is_empty() {
        return Err(SettingsError::Invalid(errors));
    }
    let before = load_form(state, section).await?;
    write(&mut tx, state, section, &form).await?;
    store::increase_version(&mut tx, section.slug(), &staff.name).await?;
    let target = AuditTarget::Named(section.title());
    audit_log::record(&mut tx, staff, AuditAction::SettingsChanged, target, state.clock.now_millis()).await?;
    tx.commit().await?;
    Ok(before)
}

/// Returns the links of a form.
fn links(section: Section, form: &SectionForm) -> Vec<String> {
    let mut links = Vec::new();
    for list in section.lists() {
        for field in list.fields.iter().filter(|field| field.rule == Rule::Link) {
            links.extend(form.list(list.name).iter().map(|row| value(row, field.name)));
        }
    }
    links
}

/// Returns the links of a form that lead nowhere.
async fn dead_links(state: &AppState, section: Section, form: &SectionForm) -> Result<Vec<String>, AppError> {
    let mut dead = Vec::new();
    for link in links(section, form) {
        if !leads_somewhere(state.db.reader(), &link, state.clock.now_millis()).await? {
            dead.push(link);
        }
    }
    Ok(dead)
}

async fn write(
    tx: &mut SqliteConnection,
    state: &AppState,
    section: Section,
    form: &SectionForm,
) -> Result<(), AppError> {
    let mut settings = settings(state.db.reader()).await?;
    let field = |name| form.field(name).to_owned();
    match section {
        Section::Site => {
            settings.name = field("name");
            settings.vision = field("vision");
            settings.description = field("description");
            settings.address = field("address");
            settings.weekly_guldkorn = !form.field("weekly_guldkorn").is_empty();
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
                let rows = form.list(list).iter();
                rows.map(|row| MenuItem { label: value(row, "label"), path: value(row, "path") }).collect()
            };
            (settings.menu, settings.foot) = (links("head"), links("foot"));
        }
        Section::Funders => {
            settings.eu_emblem = !form.field("eu_emblem").is_empty();
            let rows = form.list("funders").iter();
            settings.funders =
                rows.map(|row| Funder { name: value(row, "name"), logo: value(row, "logo") }).collect();
        }
        Section::Safety => {
            settings.exit_address = field("exit_address");
            settings.safe_title = field("safe_title");
            // A list that nobody has changed stays the program's, and follows it.
            settings.sensitive_words =
                Some(field("sensitive_words")).filter(|words| words != SENSITIVE_WORDS.trim_end());
            let number = |row| {
                let number = HelpNumber {
                    name: value(row, "name"),
                    number: value(row, "number"),
                    hours: value(row, "hours"),
                    cost: value(row, "cost"),
                    note: value(row, "note"),
                };
                (number, value(row, "checked"))
            };
            let numbers: Vec<_> = form.list("numbers").iter().map(number).collect();
            replace_help_numbers(tx, &numbers).await?;
        }
        Section::Wordings => {
            let words = form.list("words").iter().map(|row| (value(row, "word"), value(row, "instead")));
            let words: Vec<_> = words.collect();
            return Ok(replace_wordings(tx, &words).await?);
        }
    }
    Ok(replace_settings(tx, &settings).await?)
}

fn value(row: &SettingRow, name: &str) -> String {
    row.get(name).cloned().unwrap_or_default()
}
