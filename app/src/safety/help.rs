//! Help numbers, and when they were last checked.

use jiff::civil::Date;

use super::store;
use crate::state::AppState;
use crate::time;

/// Days after which a number that nobody has checked may have changed.
const CHECK_INTERVAL: i32 = 180;

/// Returns whether a number must be checked again, by the day of its last check (yyyy-mm-dd).
pub(crate) fn is_check_due(day: &str, today: Date) -> bool {
    day.parse::<Date>().is_ok_and(|day| (today - day).get_days() > CHECK_INTERVAL)
}

/// A number to call for help. Staff edit them in the settings and check that they are still right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpNumber {
    /// Name of the service.
    pub name: String,
    /// The number in a form that is easy to read.
    pub number: String,
    /// Opening hours; may be empty.
    pub hours: String,
    /// What a call costs; may be empty.
    pub cost: String,
    /// A note for callers; may be empty.
    pub note: String,
}

/// The help shown with a sensitive post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// The help numbers. There may be none: the post is sensitive all the same.
    pub numbers: Vec<HelpNumber>,
    /// A sentence about when the numbers were last checked; may be empty.
    pub checked: String,
}

/// Loads the help shown with sensitive posts today.
pub(crate) async fn load_help(state: &AppState) -> Result<Help, sqlx::Error> {
    let rows = store::help_numbers(state.db.reader()).await?;
    let today = time::at_home(state.clock.now()).date();
    let (numbers, days): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    let days: Vec<Date> = days.iter().filter_map(|day| day.parse().ok()).collect();
    Ok(Help { numbers, checked: checked_on(&days, today) })
}

/// Returns a sentence about when the numbers were checked. The oldest check counts; a day in the future says nothing.
fn checked_on(days: &[Date], today: Date) -> String {
    let (Some(oldest), Some(newest)) = (days.iter().min(), days.iter().max()) else { return String::new() };
    let day = time::date_with_year(*oldest);
    let age = (today - *oldest).get_days();
    let is_all = oldest == newest;
    if age < 0 {
        String::new()
    } else if age > CHECK_INTERVAL {
        let which = if is_all { "numren" } else { "alla numren" };
        format!("Det är länge sedan vi kontrollerade {which}: {day}. Något kan ha ändrats.")
    } else if is_all {
        format!("Kontrollerat {day}.")
    } else {
        format!("Kontrollerat {day} eller senare.")
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_oldest_check_counts_and_is_due_again_after_half_a_year() {
        let first = date(2026, 11, 1);
        let checked = |days: &[Date], today| checked_on(days, today).replace('\u{a0}', " ");
        assert_eq!(checked(&[first, first], first), "Kontrollerat 1 november 2026.");
        let later = date(2026, 12, 1);
        assert_eq!(checked(&[later, first], later), "Kontrollerat 1 november 2026 eller senare.");
        assert_eq!(checked(&[first], date(2027, 4, 30)), "Kontrollerat 1 november 2026.");
        assert_eq!(
            checked(&[first], date(2027, 5, 1)),
            "Det är länge sedan vi kontrollerade numren: 1 november 2026. Något kan ha ändrats."
        );
        assert_eq!(
            checked(&[first, later], date(2027, 5, 1)),
            "Det är länge sedan vi kontrollerade alla numren: 1 november 2026. Något kan ha ändrats."
        );
        assert_eq!(checked(&[first], date(2026, 10, 31)), "");
        assert_eq!(checked(&[], first), "");
    }
}
