//! The doors that the visitor has opened, stored on the device only when the visitor asks for it.
//!
//! That the entry exists is the visitor's consent; without it nothing is stored.

use leptos::prelude::*;
use web_sys::Storage;

/// Key of the entry in the browser's local storage.
const ENTRY: &str = "guldkorn-luckor";

/// The opened doors of one edition; none unless remembering is enabled.
#[derive(Clone, Copy)]
pub struct OpenedDoors {
    edition: StoredValue<String>,
    opened: RwSignal<Option<Vec<u16>>>,
}

impl OpenedDoors {
    /// Loads the opened doors of an edition, once the client runs.
    pub fn load(edition: &str) -> Self {
        let doors = Self { edition: StoredValue::new(edition.to_owned()), opened: RwSignal::new(None) };
        Effect::new(move || {
            if let Some(entry) = stored() {
                doors.opened.set(Some(doors.edition.with_value(|edition| days_in(&entry, edition))));
            }
        });
        doors
    }

    /// Whether the visitor wants opened doors to be remembered.
    pub fn is_enabled(self) -> bool {
        self.opened.with(Option::is_some)
    }

    /// Whether a door is remembered as opened.
    pub fn contains(self, day: u16) -> bool {
        self.opened.with(|opened| opened.as_ref().is_some_and(|opened| opened.contains(&day)))
    }

    /// Remembers an opened door, if that is enabled.
    pub fn insert(self, day: u16) {
        self.opened.update(|opened| {
            if let Some(opened) = opened {
                insert(opened, day);
            }
        });
        self.edition.with_value(|edition| remember_opened(edition, day));
    }

    /// Enables remembering, or disables it and forgets the doors of all editions.
    pub fn set_enabled(self, is_enabled: bool) {
        self.opened.set(is_enabled.then(Vec::new));
        let Some(storage) = storage() else { return };
        _ = if is_enabled { storage.set_item(ENTRY, "") } else { storage.remove_item(ENTRY) };
    }
}

/// Remembers an opened door of an edition, if that is enabled on this device.
pub fn remember_opened(edition: &str, day: u16) {
    if let (Some(entry), Some(storage)) = (stored(), storage()) {
        _ = storage.set_item(ENTRY, &with_day(&entry, edition, day));
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn stored() -> Option<String> {
    storage()?.get_item(ENTRY).ok().flatten()
}

/// Returns the opened days of an edition in an entry such as `2025:1,24 2026:3`.
fn days_in(entry: &str, edition: &str) -> Vec<u16> {
    let of_edition =
        entry.split(' ').filter_map(|part| part.split_once(':')).find(|(name, _)| *name == edition);
    of_edition
        .map(|(_, days)| days.split(',').filter_map(|day| day.parse().ok()).collect())
        .unwrap_or_default()
}

fn insert(days: &mut Vec<u16>, day: u16) {
    if let Err(index) = days.binary_search(&day) {
        days.insert(index, day);
    }
}

/// Returns the entry with one more opened day.
fn with_day(entry: &str, edition: &str, day: u16) -> String {
    let mut days = days_in(entry, edition);
    insert(&mut days, day);
    let days = days.iter().map(u16::to_string).collect::<Vec<_>>().join(",");
    let prefix = format!("{edition}:");
    let others =
        entry.split(' ').filter(|part| !part.is_empty() && !part.starts_with(&prefix)).map(str::to_owned);
    others.chain([format!("{edition}:{days}")]).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_the_days_of_each_edition() {
        let entry = with_day(&with_day(&with_day("", "2026", 3), "2025", 24), "2026", 1);
        assert_eq!(entry, "2025:24 2026:1,3");
        assert_eq!(days_in(&entry, "2026"), [1, 3]);
        assert!(days_in(&entry, "202").is_empty());
    }

    #[test]
    fn a_malformed_entry_has_no_days_and_stays() {
        assert!(days_in("::,,2026:x,99999,4", "2026").is_empty());
        assert_eq!(days_in("2026:x,99999,4", "2026"), [4]);
        assert_eq!(with_day("skräp", "2026", 4), "skräp 2026:4");
    }
}
