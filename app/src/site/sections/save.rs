//! Saves a section.

use sqlx::sqlite::SqliteConnection;

use super::error::SettingsError;
use super::field::Rule;
use super::form::{SectionForm, value};
use super::load::load_form;
use super::section::Section;
use super::validate::{ValidationContext, validate};
use super::{brand, colours, contact, framers, funders, links, safety, site, statement, store, wordings};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::ids::SectionVersion;
use crate::media::store::picture_choices;
use crate::safety::store::replace_help_numbers;
use crate::site::links::leads_somewhere;
use crate::site::store::{replace_framers, replace_settings, replace_wordings, settings};
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
    let present = settings(state.db.reader()).await?;
    let today = time::at_home(state.clock.now()).date();
    let pictures = picture_choices(state.db.reader(), &form.pictures(section), 0).await?;
    let context = ValidationContext {
        today,
        own: [&present.address, &state.address],
        dead_links: &dead_links(state, section, &form).await?,
        pictures: &pictures,
    };
    let errors = validate(section, &mut form, &context);
    if !errors.is_empty() {
        return Err(SettingsError::Invalid(errors));
    }
    let before = load_form(state, section).await?;
    write(&mut tx, state, section, &form).await?;
    store::increase_version(&mut tx, section.slug(), &staff.name).await?;
    let target = AuditTarget::Named(section.title());
    audit_log::record(&mut tx, staff, AuditAction::SettingsChanged, target, state.clock.now_millis()).await?;
    // Before the commit: what is rendered after it must not be cached with the days of the zone before.
    let zone = if section == Section::Site { form.field("time_zone") } else { &present.time_zone };
    time::set_site_zone(zone);
    if let Err(error) = tx.commit().await {
        time::set_site_zone(&present.time_zone);
        return Err(error.into());
    }
    Ok(before)
}

/// Returns the values of a form's fields with a rule.
fn values_of(section: Section, form: &SectionForm, rule: Rule) -> Vec<String> {
    let fields = section.fields().iter().filter(|field| field.rule == rule);
    let mut values: Vec<_> = fields.map(|field| form.field(field.name).to_owned()).collect();
    for list in section.lists() {
        for field in list.fields.iter().filter(|field| field.rule == rule) {
            values.extend(form.list(list.name).iter().map(|row| value(row, field.name)));
        }
    }
    values
}

/// Returns the links of a form that lead nowhere.
async fn dead_links(state: &AppState, section: Section, form: &SectionForm) -> Result<Vec<String>, AppError> {
    let mut dead = Vec::new();
    for link in values_of(section, form, Rule::Link) {
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
    match section {
        Section::Site => site::write(form, &mut settings),
        Section::Brand => brand::write(form, &mut settings),
        Section::Colours => colours::write(form, &mut settings),
        Section::Contact => contact::write(form, &mut settings),
        Section::Links => links::write(form, &mut settings),
        Section::Funders => funders::write(form, &mut settings),
        Section::Safety => {
            safety::write(form, &mut settings);
            replace_help_numbers(tx, &safety::numbers(form)).await?;
        }
        Section::Framers => return Ok(replace_framers(tx, &framers::framers(form)).await?),
        Section::Statement => {
            statement::write(form, &mut settings, time::at_home(state.clock.now()).date());
        }
        Section::Wordings => return Ok(replace_wordings(tx, &wordings::words(form)).await?),
    }
    Ok(replace_settings(tx, &settings).await?)
}
