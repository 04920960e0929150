//! Whether two entries name the same person.
//!
//! Who it is was typed by people: a name, and how to reach the person, in any order. Two entries name the same person when a name of
//! one stands in the other, or when they have a telephone number or an e-mail address in common. Somebody looks at what was found
//! before anything is done with it, so a hit too many costs less than one too few.

use std::collections::BTreeSet;

/// The fewest digits of a telephone number.
const FEWEST_DIGITS: usize = 7;

/// What tells who somebody is, made of what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// Each part between commas, semicolons and line breaks that is a name, as words.
    names: Vec<Vec<String>>,
    /// All words, in their order.
    words: Vec<String>,
    /// Telephone numbers without their first zero or country code, and e-mail addresses.
    contacts: BTreeSet<String>,
}

impl Identity {
    /// Reads what was typed.
    pub fn of(who: &str) -> Self {
        let mut identity = Self::default();
        for part in who.split([',', ';', '\n', '(', ')', '/']) {
            let digits: String = part.chars().filter(char::is_ascii_digit).collect();
            if digits.len() >= FEWEST_DIGITS {
                let number = digits.trim_start_matches("00").trim_start_matches("46").trim_start_matches('0');
                identity.contacts.insert(number.to_owned());
            }
            identity
                .contacts
                .extend(part.split_whitespace().filter(|word| word.contains('@')).map(str::to_lowercase));
            let name: Vec<String> = part
                .split_whitespace()
                .filter(|word| !word.contains('@') && word.chars().any(char::is_alphabetic))
                .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
                .filter(|word| !word.is_empty())
                .collect();
            identity.words.extend(name.iter().cloned());
            if !name.is_empty() {
                identity.names.push(name);
            }
        }
        // What stands first is the name; behind it may be anything, such as "ring efter lunch".
        identity.names.truncate(1);
        identity
    }

    /// Whether it and another one name the same person.
    pub fn is_same(&self, other: &Self) -> bool {
        !self.contacts.is_disjoint(&other.contacts) || self.is_named_in(other) || other.is_named_in(self)
    }

    fn is_named_in(&self, other: &Self) -> bool {
        self.names.iter().any(|name| other.words.windows(name.len()).any(|words| words == name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_found_by_name_or_by_how_to_reach_them() {
        let anna = Identity::of("Anna Påhittad, 070-123 45 67, anna@exempel.se");
        for same in [
            "anna  påhittad",
            "ANNA PÅHITTAD\n+46 70 123 45 67",
            "En kompis, 0701234567",
            "Någon annan; Anna@exempel.se",
            "Bo Påhittad och Anna Påhittad",
        ] {
            assert!(anna.is_same(&Identity::of(same)) && Identity::of(same).is_same(&anna), "{same}");
        }
        for other in ["Anna Annan", "Joanna Påhittad", "Bo Påhittad, 070-765 43 21", "", "ring 2026"] {
            assert!(!anna.is_same(&Identity::of(other)), "{other}");
        }
        assert!(!Identity::of("").is_same(&Identity::of("")), "nobody is nobody");
    }
}
