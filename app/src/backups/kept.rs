//! Which backups there are, and until when each is kept.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::rotation::{is_backup, name_of_night, superseded};
use crate::state::AppState;

/// For how many nights is worked out what goes: a month's last backup is kept for a year.
const NIGHTS: i32 = 800;

/// The folder in which the server puts backups, if it makes any.
#[derive(Debug, Clone, Default)]
struct Folder(Arc<Mutex<Option<PathBuf>>>);

/// Notes where the server puts backups.
pub fn set_folder(state: &AppState, folder: &Path) {
    let noted = state.extensions.get::<Folder>();
    *noted.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(folder.to_owned());
}

/// Lists the names of the backups that the server has made, oldest first; none when it makes none, or cannot look.
pub(crate) async fn kept_in(state: &AppState) -> Option<Vec<String>> {
    let folder = state.extensions.get::<Folder>().0.lock().unwrap_or_else(PoisonError::into_inner).clone()?;
    let list = move || -> std::io::Result<Vec<String>> {
        let names = fs::read_dir(folder)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| is_backup(name)).collect();
        names.sort();
        Ok(names)
    };
    tokio::task::spawn_blocking(list).await.ok()?.ok()
}

/// Returns for each backup the day on which it is deleted, if one is made every night from now on.
pub(crate) fn gone_on(names: &[String], today: Date) -> Vec<Option<Date>> {
    let mut there: Vec<String> = names.to_vec();
    let mut gone: HashMap<String, Date> = HashMap::new();
    for ahead in 1..=NIGHTS {
        if gone.len() == names.len() {
            break;
        }
        let Ok(day) = today.checked_add(ahead.days()) else { break };
        there.push(name_of_night(day));
        let superseded: Vec<String> =
            superseded(there.iter().map(String::as_str)).into_iter().map(str::to_owned).collect();
        there.retain(|name| !superseded.contains(name));
        for name in superseded.into_iter().filter(|name| names.contains(name)) {
            gone.insert(name, day);
        }
    }
    names.iter().map(|name| gone.get(name).copied()).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_backup_goes_after_a_week_a_month_or_a_year() {
        let today = date(2026, 12, 7);
        let names = [date(2026, 12, 1), date(2026, 11, 29), date(2026, 10, 31)].map(name_of_night);
        let gone = gone_on(&names, today);
        assert_eq!(gone, [Some(date(2026, 12, 28)), Some(date(2027, 11, 1)), Some(date(2027, 10, 1))]);
        assert_eq!(gone_on(&[], today), []);
    }
}
