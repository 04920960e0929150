//! An edition as a form sends it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What stands in the fields of the form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EditionForm {
    /// The title.
    pub title: String,
    /// One line for the head of its page.
    pub lead: String,
    /// The block that presents the calendar, in Markdown.
    pub introduction: String,
    /// The last part of its address.
    pub slug: String,
    /// The first day.
    pub first_day: String,
    /// How many days.
    pub days: String,
    /// The time of day at which a door opens.
    pub opens_at: String,
    /// A name of the IANA time-zone database.
    pub time_zone: String,
    /// How it looks.
    pub scene: String,
    /// Which window a day gets.
    pub order: String,
    /// Whether the public knows of it.
    pub state: String,
    /// Whether somebody has said that doors may open or close for readers at once; empty for not.
    pub sure: String,
    /// Names of days, by the day's number.
    pub labels: BTreeMap<String, String>,
}
