//! Settings of an export: taken where this site has nothing of its own, section by section.

use std::path::Path;

use sqlx::sqlite::SqliteConnection;

use super::causes::SETTINGS;
use super::settings_form::SettingsForm;
use crate::db::{Db, OpenError};
use crate::export::{Settings, store};
use crate::import::{Finding, ImportError, Outcome, ReadError, Report};
use crate::posts::store::examples::were_offered;
use crate::safety::store::replace_help_numbers;
use crate::site::Section;
use crate::site::sections::{increase_version, version};
use crate::site::store::{replace_settings, replace_wordings};
use crate::state::AppState;

/// What a report calls them.
const PART: &str = "avsnitt i inställningarna";
/// Who has saved them, as the staff read it.
const BY: &str = "guldkorn import";

/// Settings as they are to be here.
#[derive(Debug)]
pub(super) struct DecidedSettings {
    form: SettingsForm,
    taken: Vec<Section>,
}

/// Decides which sections are taken: those that nobody has touched here, or all that differ.
pub(super) async fn decide(
    state: &AppState,
    theirs: &Settings,
    takes_all: bool,
    folder: &Path,
    report: &mut Report,
) -> Result<DecidedSettings, ImportError> {
    let mut reader = state.db.reader().acquire().await?;
    let mut merged = store::settings(&mut reader).await?;
    let new = settings_of_a_new_site(folder).await?;
    let has_starter = were_offered(&mut reader).await?;
    let mut taken = Vec::new();
    // A permission is given anew on each site, so no export holds one.
    for section in Section::ALL.into_iter().filter(|section| *section != Section::Framers) {
        let (saved, _) = version(&mut *reader, section.slug()).await?;
        // A new site has links to its examples, which nobody has chosen.
        let is_starter = has_starter && section == Section::Links;
        let is_own = saved.0 > 0 || !is_starter && !is_equal(section, &merged, &new);
        if is_equal(section, &merged, theirs) {
            report.count_part(PART, Outcome::Same);
        } else if takes_all || !is_own {
            copy(section, theirs, &mut merged);
            taken.push(section);
            report.count_part(PART, if is_own { Outcome::Changed } else { Outcome::New });
        } else {
            report.count_part(PART, Outcome::Skipped);
            report.skipped.add(Finding::new(SETTINGS, section.title(), ""));
        }
    }
    Ok(DecidedSettings { form: SettingsForm::of(&merged)?, taken })
}

/// Returns what nobody has decided: the settings of a database that has just been made.
async fn settings_of_a_new_site(folder: &Path) -> Result<Settings, ImportError> {
    let failed = |error: OpenError| ReadError(error.to_string());
    let db = Db::open(&folder.join("ny.db")).await.map_err(failed)?;
    let mut reader = db.reader().acquire().await?;
    let settings = store::settings(&mut reader).await;
    drop(reader);
    db.close().await;
    Ok(settings?)
}

fn is_equal(section: Section, one: &Settings, other: &Settings) -> bool {
    match section {
        Section::Site => one.site == other.site,
        Section::Brand => one.brand == other.brand,
        Section::Colours => one.colours == other.colours,
        Section::Contact => one.contact == other.contact,
        Section::Links => (&one.menu, &one.foot) == (&other.menu, &other.foot),
        Section::Funders => one.funding == other.funding,
        Section::Safety => one.safety == other.safety,
        Section::Framers => true,
        Section::Statement => one.accessibility == other.accessibility,
        Section::Wordings => one.wordings == other.wordings,
    }
}

fn copy(section: Section, from: &Settings, to: &mut Settings) {
    let from = from.clone();
    match section {
        Section::Site => to.site = from.site,
        Section::Brand => to.brand = from.brand,
        Section::Colours => to.colours = from.colours,
        Section::Contact => to.contact = from.contact,
        Section::Links => (to.menu, to.foot) = (from.menu, from.foot),
        Section::Funders => to.funding = from.funding,
        Section::Safety => to.safety = from.safety,
        Section::Framers => {}
        Section::Statement => to.accessibility = from.accessibility,
        Section::Wordings => to.wordings = from.wordings,
    }
}

/// Writes the sections that are taken.
pub(super) async fn apply(
    writer: &mut SqliteConnection,
    decided: &DecidedSettings,
) -> Result<(), sqlx::Error> {
    if decided.taken.is_empty() {
        return Ok(());
    }
    let SettingsForm { settings, help_numbers, wordings } = &decided.form;
    replace_settings(writer, settings).await?;
    replace_help_numbers(writer, help_numbers).await?;
    replace_wordings(writer, wordings).await?;
    for section in &decided.taken {
        increase_version(writer, section.slug(), BY).await?;
    }
    Ok(())
}
