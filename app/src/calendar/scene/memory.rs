//! Which doors the visitor has opened, kept on the device only when the visitor asks for it.
//!
//! That the entry is there at all is the visitor's yes; without it nothing is stored.

use leptos::prelude::*;
use web_sys::Storage;

/// The entry's name in the browser's local storage.
const ENTRY: &str = "guldkorn-luckor";

/// The opened doors of one edition; none while the visitor has not asked for it.
#[derive(Clone, Copy)]
pub struct Memory {
    edition: StoredValue<String>,
    opened: RwSignal<Option<Vec<u16>>>,
}

impl Memory {
    /// The memory of an edition's doors; off until the client has taken over.
    pub fn of(edition: &str) -> Self {
        let memory = Self { edition: StoredValue::new(edition.to_owned()), opened: RwSignal::new(None) };
        Effect::new(move || {
            if let Some(entry) = stored() {
                memory.opened.set(Some(memory.edition.with_value(|edition| days_in(&entry, edition))));
            }
        });
        memory
    }

    /// Whether the visitor has asked for it.
    pub fn is_on(self) -> bool {
        self.opened.with(Option::is_some)
    }

    /// Whether a door was opened on an earlier visit or on this one, as far as the memory goes.
    pub fn holds(self, day: u16) -> bool {
        self.opened.with(|opened| opened.as_ref().is_some_and(|opened| opened.contains(&day)))
    }

    /// Takes note of an opened door, if the visitor has asked for it.
    pub fn note(self, day: u16) {
        self.opened.update(|opened| {
            if let Some(opened) = opened {
                insert(opened, day);
            }
        });
        self.edition.with_value(|edition| note_opened(edition, day));
    }

    /// Turns the memory on, or off and clears it.
    pub fn turn(self, on: bool) {
        self.opened.set(on.then(Vec::new));
        let Some(storage) = storage() else { return };
        _ = if on { storage.set_item(ENTRY, "") } else { storage.remove_item(ENTRY) };
    }
}

/// Takes note of an opened door of an edition, if the visitor has asked for it.
pub fn note_opened(edition: &str, day: u16) {
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

/// The opened days of an edition in an entry such as `2025:1,24 2026:3`.
fn days_in(entry: &str, edition: &str) -> Vec<u16> {
    let of_edition =
        entry.split(' ').filter_map(|part| part.split_once(':')).find(|(name, _)| *name == edition);
    of_edition
        .map(|(_, days)| days.split(',').filter_map(|day| day.parse().ok()).collect())
        .unwrap_or_default()
}

fn insert(days: &mut Vec<u16>, day: u16) {
    if let Err(place) = days.binary_search(&day) {
        days.insert(place, day);
    }
}

/// The entry with one more opened day.
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
    fn an_entry_keeps_the_days_of_each_edition_apart() {
        let entry = with_day(&with_day(&with_day("", "2026", 3), "2025", 24), "2026", 1);
        assert_eq!(entry, "2025:24 2026:1,3");
        assert_eq!(days_in(&entry, "2026"), [1, 3]);
        assert!(days_in(&entry, "202").is_empty());
    }

    #[test]
    fn a_spoiled_entry_holds_nothing_and_harms_nothing() {
        assert!(days_in("::,,2026:x,99999,4", "2026").is_empty());
        assert_eq!(days_in("2026:x,99999,4", "2026"), [4]);
        assert_eq!(with_day("skräp", "2026", 4), "skräp 2026:4");
    }
}
