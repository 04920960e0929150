//! An edition as a form sends it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The fields of an edition's form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EditionForm {
    /// Heading of the edition's page.
    pub title: String,
    /// One line below the heading while doors open day by day; may be empty.
    pub lead: String,
    /// The line before the first door opens; may be empty.
    pub lead_before: String,
    /// The line on the last day; may be empty.
    pub lead_last: String,
    /// The line when the last day has passed; may be empty.
    pub lead_after: String,
    /// Numbers of the doors chosen as the best, such as "3, 13, 24"; may be empty.
    pub best_doors: String,
    /// The text that presents the calendar, in Markdown; may be empty.
    pub introduction: String,
    /// Last part of the edition's address; empty: the year of the first day.
    pub slug: String,
    /// The first day, as yyyy-mm-dd.
    pub first_day: String,
    /// Number of doors.
    pub days: String,
    /// The time of day at which doors open, as hh:mm.
    pub opens_at: String,
    /// The time of day at which calendar programs remind of a door, as hh:mm; empty: 08:00.
    pub reminds_at: String,
    /// Not empty when readers may see how often its texts were read.
    pub shows_reads: String,
    /// A name of the IANA time-zone database.
    pub time_zone: String,
    /// Value of a `SceneKind`.
    pub scene: String,
    /// Value of a `DoorOrder`.
    pub order: String,
    /// Value of an `EditionState`.
    pub state: String,
    /// Not empty when somebody has confirmed that doors may open or close for readers at once.
    pub sure: String,
    /// What days are called, such as "Lucia", by the day's number.
    pub labels: BTreeMap<String, String>,
}
