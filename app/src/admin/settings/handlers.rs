//! Saves the settings, and loads their pages.

use serde::{Deserialize, Serialize};

use super::brand_preview::brand_preview;
use super::picture_field::SentPicture;
use super::review::review_form;
use super::views::Beside;
use super::{colours, overview as overview_view, views};
use crate::admin::first_hour::{OpenedFrom, redirect_after_save};
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::first_hour::FirstHour;
use crate::layout::load_layout;
use crate::site::Section;
use crate::site::sections::{
    Choices, SectionForm, SectionVersion, SettingsError, load_section, save_section,
};
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::render_to_string;
use crate::{paths, site, time};

const FORM: &str = "settings";
const SAVED: &str = "Det är sparat och syns på webbplatsen.";

/// What a section's page needs beside the message.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct More {
    /// The slug of the section that it is about.
    section: String,
    /// What was typed and is not saved.
    pub(super) typed: Option<SectionForm>,
    /// Whether somebody else has saved meanwhile.
    pub(super) is_conflict: bool,
    /// The values before, for undoing the change.
    pub(super) undo: Option<SectionForm>,
}

/// How somebody has come to a section's page.
pub(super) struct Arrival {
    /// The picture that was sent from there just now.
    pub(super) sent: Option<SentPicture>,
    pub(super) opened_from: OpenedFrom,
}

/// Renders the overview.
pub(in crate::admin) async fn overview(state: &AppState) -> Result<PrerenderedAdminPage, AppError> {
    let site = load_section(state, Section::Site).await?.form;
    let safety = load_section(state, Section::Safety).await?.form;
    let today = time::at_home(state.clock.now()).date();
    let list = FirstHour::load(state).await?;
    let html = render_to_string(overview_view::overview(&list, &site, &safety, today, &state.address));
    Ok(PrerenderedAdminPage { title: "Inställningar".into(), html })
}

/// Renders a section; the query names a picture that was just sent from one of its fields.
pub(in crate::admin) async fn section(
    state: &AppState,
    section: Section,
    query: &str,
) -> Result<PrerenderedAdminPage, AppError> {
    let mut flash: Flash<More> = take_flash(state, FORM).await?;
    if flash.more.section != section.slug() {
        flash = Flash::default();
    }
    let saved = load_section(state, section).await?;
    let arrival = Arrival { sent: SentPicture::parse(query), opened_from: OpenedFrom::of(query) };
    let mut values = flash.more.typed.as_ref().unwrap_or(&saved.form).pictures(section);
    values.extend(arrival.sent.as_ref().map(|sent| sent.picture));
    let choices = Choices::load(state, section, &values).await?;
    let today = time::at_home(state.clock.now()).date();
    let title = flash.title(section.title());
    let beside = match section {
        Section::Brand => {
            Beside { after: Some(brand_preview(&load_layout(state).await?)), ..Beside::default() }
        }
        Section::Colours => {
            let layout = load_layout(state).await?;
            let result = colours::result(layout.settings.colours, &layout.colours.palette);
            Beside { after: Some(result), ..Beside::default() }
        }
        Section::Statement => {
            let settings = site::store::settings(state.db.reader()).await?;
            Beside { before: review_form(&settings.accessibility, today), ..Beside::default() }
        }
        _ => Beside::default(),
    };
    Ok(PrerenderedAdminPage {
        title,
        html: render_to_string(views::section_page(
            section, &saved, &flash, &choices, today, &arrival, beside,
        )),
    })
}

/// Sets the day of the last review to today, and nothing else.
pub(super) async fn confirm_statement(state: &AppState, staff: &Staff) -> Result<(), AppError> {
    let today = time::at_home(state.clock.now()).date();
    let mut tx = state.db.write_content().await?;
    site::store::set_reviewed(&mut tx, today).await?;
    let now = state.clock.now_millis();
    audit_log::record(&mut tx, staff, AuditAction::StatementReviewed, AuditTarget::Site, now).await?;
    tx.commit().await?;
    let slug = Section::Statement.slug();
    let message = format!("Bra. Redogörelsen är översedd den {}.", time::date_with_year(today));
    let flash = Flash::done(message, More { section: slug.into(), ..More::default() });
    redirect_with_flash(state, FORM, &paths::settings_section(slug), &flash).await
}

pub(super) async fn save(
    state: &AppState,
    staff: &Staff,
    section: &str,
    version: SectionVersion,
    button: &str,
    mut typed: SectionForm,
    opened_from: OpenedFrom,
) -> Result<(), AppError> {
    let Some(section) = Section::parse(section) else {
        return redirect_with_flash(state, FORM, paths::SETTINGS, &Flash::refused("", More::default())).await;
    };
    let is_removal = typed.apply(button);
    let more = More { section: section.slug().into(), ..More::default() };
    let flash = match save_section(state, staff, section, version, &typed).await {
        Ok(before) if is_removal => Flash::done("Raden är borttagen.", More { undo: Some(before), ..more }),
        // A row's button is not the last that somebody does here.
        Ok(_) if opened_from == OpenedFrom::List && button.is_empty() => {
            return redirect_after_save(state, SAVED).await;
        }
        Ok(before) => {
            // Which picture was there before is hard to remember, and colours are tried out.
            let undo = matches!(section, Section::Brand | Section::Colours).then_some(before);
            Flash::done(SAVED, More { undo, ..more })
        }
        Err(SettingsError::Invalid(errors)) => {
            Flash::invalid(errors, More { typed: Some(typed.normalized(section)), ..more })
        }
        Err(SettingsError::Conflict) => {
            let typed = Some(typed.normalized(section));
            Flash::refused("", More { typed, is_conflict: true, ..more })
        }
        Err(SettingsError::Failed(error)) => return Err(error),
    };
    let page = opened_from.mark(&paths::settings_section(section.slug()));
    redirect_with_flash(state, FORM, &page, &flash).await
}
