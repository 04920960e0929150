//! What is done in the settings, and what their pages say next.

use serde::{Deserialize, Serialize};

use super::{overview as overview_view, views};
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedRoom;
use crate::error::AppError;
use crate::site::Section;
use crate::site::sections::{Filled, Saved, keep, kept};
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::finished;
use crate::{paths, time};

const FORM: &str = "settings";

/// What a section's page needs in order to go on.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct More {
    /// The section that it is about.
    section: String,
    /// What was typed and is not saved.
    pub(super) typed: Option<Filled>,
    /// Somebody else has saved since.
    pub(super) overtaken: bool,
    /// What stood there before a row was removed.
    pub(super) back: Option<Filled>,
}

/// The overview.
pub(in crate::admin) async fn overview(state: &AppState) -> Result<PrerenderedRoom, AppError> {
    let site = kept(state, Section::Site).await?.filled;
    let safety = kept(state, Section::Safety).await?.filled;
    let today = time::at_home(state.clock.now()).date();
    let html = finished(overview_view::room(&site, &safety, today, &state.address));
    Ok(PrerenderedRoom { title: "Inställningar".into(), html })
}

/// A section.
pub(in crate::admin) async fn section(
    state: &AppState,
    section: Section,
) -> Result<PrerenderedRoom, AppError> {
    let mut flash: Flash<More> = take_flash(state, FORM).await?;
    if flash.more.section != section.slug() {
        flash = Flash::default();
    }
    let kept = kept(state, section).await?;
    let today = time::at_home(state.clock.now()).date();
    let title = flash.title(section.title());
    Ok(PrerenderedRoom { title, html: finished(views::room(section, &kept, &flash, today)) })
}

pub(super) async fn save(
    state: &AppState,
    staff: &Staff,
    section: &str,
    version: i64,
    act: &str,
    mut typed: Filled,
) -> Result<(), AppError> {
    let Some(section) = Section::parse(section) else {
        return redirect_with_flash(state, FORM, paths::SETTINGS, &Flash::refused("", More::default())).await;
    };
    let is_removal = typed.act(act);
    let saved = keep(state, staff, section, version, &typed).await?;
    let again = |overtaken| {
        let typed = Some(typed.tidied(section));
        More { section: section.slug().into(), typed, overtaken, back: None }
    };
    let flash = match saved {
        Saved::Done(before) => {
            let (words, back) = if is_removal {
                ("Raden är borttagen.", Some(before))
            } else {
                ("Det är sparat och syns på webbplatsen.", None)
            };
            Flash::done(words, More { section: section.slug().into(), back, ..More::default() })
        }
        Saved::Invalid(errors) => Flash::invalid(errors, again(false)),
        Saved::Overtaken => Flash::refused("", again(true)),
    };
    redirect_with_flash(state, FORM, &paths::settings_section(section.slug()), &flash).await
}
