//! Whom to call, and how sure we are of it.

use jiff::civil::Date;

use super::store;
use crate::state::AppState;
use crate::time;

/// After so many days without a look, a number may well be another.
const LONG: i32 = 180;

/// Whether it is long since somebody checked a number, on a day written as yyyy-mm-dd.
pub(crate) fn is_long_ago(day: &str, today: Date) -> bool {
    day.parse::<Date>().is_ok_and(|day| (today - day).get_days() > LONG)
}

/// A number to call for help. Which ones, and that they still hold, the staff keep in the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpNumber {
    /// Who answers.
    pub name: String,
    /// The number as one reads it.
    pub number: String,
    /// When they answer; may be empty.
    pub hours: String,
    /// What else a caller should know; may be empty.
    pub note: String,
}

/// What stands with a sensitive text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// Whom to call. There may be none: the text is sensitive all the same.
    pub numbers: Vec<HelpNumber>,
    /// When somebody last checked them, in a sentence; empty when there is nothing to say.
    pub checked: String,
}

/// What stands with a sensitive text today.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn help(state: &AppState) -> Result<Help, sqlx::Error> {
    let rows = store::help_numbers(state.db.reader()).await?;
    let today = time::at_home(state.clock.now()).date();
    let (numbers, days): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    let days: Vec<Date> = days.iter().filter_map(|day| day.parse().ok()).collect();
    Ok(Help { numbers, checked: words(&days, today) })
}

/// Says when the numbers were checked. The oldest check counts; a day that is yet to come says nothing.
fn words(days: &[Date], today: Date) -> String {
    let (Some(oldest), Some(newest)) = (days.iter().min(), days.iter().max()) else { return String::new() };
    let day = time::date_with_year(*oldest);
    let age = (today - *oldest).get_days();
    let is_all = oldest == newest;
    if age < 0 {
        String::new()
    } else if age > LONG {
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
    fn the_oldest_check_counts_and_half_a_year_is_long() {
        let first = date(2026, 11, 1);
        let said = |days: &[Date], today| words(days, today).replace('\u{a0}', " ");
        assert_eq!(said(&[first, first], first), "Kontrollerat 1 november 2026.");
        let later = date(2026, 12, 1);
        assert_eq!(said(&[later, first], later), "Kontrollerat 1 november 2026 eller senare.");
        assert_eq!(said(&[first], date(2027, 4, 30)), "Kontrollerat 1 november 2026.");
        assert_eq!(
            said(&[first], date(2027, 5, 1)),
            "Det är länge sedan vi kontrollerade numren: 1 november 2026. Något kan ha ändrats."
        );
        assert_eq!(
            said(&[first, later], date(2027, 5, 1)),
            "Det är länge sedan vi kontrollerade alla numren: 1 november 2026. Något kan ha ändrats."
        );
        assert_eq!(said(&[first], date(2026, 10, 31)), "");
        assert_eq!(said(&[], first), "");
    }
}
