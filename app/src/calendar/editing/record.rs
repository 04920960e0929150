//! An edition as staff see it.

use crate::calendar::{
    BestDoors, DoorOrder, EditionForm, EditionState, EditionVersion, ReminderTime, SceneKind, Schedule,
    ShuffleSeed, shuffle,
};
use crate::ids::EditionId;

/// A row of `editions`, published or not.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct EditionRecord {
    pub(crate) id: EditionId,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) lead: String,
    pub(crate) lead_before: String,
    pub(crate) lead_last: String,
    pub(crate) lead_after: String,
    #[sqlx(try_from = "String")]
    pub(crate) best_doors: BestDoors,
    #[sqlx(rename = "introduction_markdown")]
    pub(super) introduction: String,
    #[sqlx(flatten)]
    pub(crate) schedule: Schedule,
    pub(crate) scene: SceneKind,
    #[sqlx(rename = "door_order")]
    pub(crate) order: DoorOrder,
    pub(super) seed: ShuffleSeed,
    pub(super) reminds_at: ReminderTime,
    pub(super) shows_reads: bool,
    pub(super) state: EditionState,
    pub(crate) version: EditionVersion,
    /// Name of the staff member who saved it last; empty when nobody has.
    pub(crate) changed_by: String,
}

impl EditionRecord {
    /// Whether readers can find it.
    pub(crate) fn is_published(&self) -> bool {
        self.state == EditionState::Published
    }

    /// Returns the days in the order of their windows; `None` when the order is fixed.
    pub(crate) fn shuffled_days(&self) -> Option<Vec<u16>> {
        if self.order == DoorOrder::Fixed {
            return None;
        }
        let days = self.schedule.days();
        let mut by_window: Vec<_> = shuffle::windows(days, self.seed).into_iter().zip(1..=days).collect();
        by_window.sort_unstable();
        Some(by_window.into_iter().map(|(_, day)| day).collect())
    }

    /// Returns the form that would save the edition as it is. It has no labels: what a form does not send stays.
    pub(crate) fn to_form(&self) -> EditionForm {
        EditionForm {
            title: self.title.clone(),
            lead: self.lead.clone(),
            lead_before: self.lead_before.clone(),
            lead_last: self.lead_last.clone(),
            lead_after: self.lead_after.clone(),
            best_doors: self.best_doors.to_string(),
            introduction: self.introduction.clone(),
            slug: self.slug.clone(),
            first_day: self.schedule.first_day().to_string(),
            days: self.schedule.days().to_string(),
            opens_at: self.schedule.opens_at().strftime("%H:%M").to_string(),
            reminds_at: self.reminds_at.as_str().to_owned(),
            shows_reads: if self.shows_reads { "ja".to_owned() } else { String::new() },
            time_zone: self.schedule.zone_name().to_owned(),
            scene: self.scene.as_str().to_owned(),
            order: self.order.as_str().to_owned(),
            state: self.state.as_str().to_owned(),
            ..EditionForm::default()
        }
    }
}
