//! What an editor has chosen as the best of an edition.

use std::fmt::{self, Display};

use crate::calendar::schedule::MAX_DAYS;

/// How many doors can be chosen: a short list is a choice.
const MOST: usize = 6;

/// The doors chosen as the best of an edition, in their editor's order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BestDoors(Vec<u16>);

impl BestDoors {
    /// Parses numbers of doors, "3, 13 och 24", of an edition of so many days.
    ///
    /// # Errors
    /// A sentence that says what to write instead.
    pub(super) fn parse(typed: &str, days: u16) -> Result<Self, String> {
        let mut doors = Vec::new();
        for word in words(typed).filter(|word| *word != "och") {
            let day = word.parse::<u16>().map_err(|_| {
                "Skriv luckornas nummer med komma emellan, till exempel 3, 13, 24.".to_owned()
            })?;
            if !(1..=days).contains(&day) {
                return Err(format!("Kalendern har ingen lucka {day}. Skriv nummer mellan 1 och {days}."));
            }
            if !doors.contains(&day) {
                doors.push(day);
            }
        }
        if doors.len() > MOST {
            return Err("Välj högst sex luckor.".to_owned());
        }
        Ok(Self(doors))
    }

    /// Returns the numbers of the doors.
    pub(super) fn days(&self) -> &[u16] {
        &self.0
    }
}

fn words(typed: &str) -> impl Iterator<Item = &str> {
    typed.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.')).filter(|word| !word.is_empty())
}

/// From what was saved. A door that the edition has lost since stays in the list, and is not shown.
impl From<String> for BestDoors {
    fn from(saved: String) -> Self {
        Self::parse(&saved, MAX_DAYS).unwrap_or_default()
    }
}

/// As it is saved, and as the form shows it.
impl Display for BestDoors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<_> = self.0.iter().map(u16::to_string).collect();
        f.write_str(&numbers.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for typed in ["3, 13, 24", "3,13,24", " 3 13 och 24. ", "3; 13; 24; 13", "03, 13, 24"] {
            assert_eq!(BestDoors::parse(typed, 24).unwrap().to_string(), "3, 13, 24", "{typed}");
        }
        assert_eq!(BestDoors::parse(" ", 24).unwrap(), BestDoors::default());
        assert_eq!(BestDoors::parse("24, 3", 24).unwrap().days(), [24, 3]);
        assert_eq!(BestDoors::from("24, 3".to_owned()).days(), [24, 3]);
    }

    #[test]
    fn what_is_no_door_is_refused() {
        for typed in ["den tredje", "3, x", "-3", "0", "25", "70000", "1, 2, 3, 4, 5, 6, 7"] {
            assert!(BestDoors::parse(typed, 24).is_err(), "{typed}");
        }
        assert!(BestDoors::parse("25", 99).is_ok());
    }
}
