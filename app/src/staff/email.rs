//! The e-mail addresses that staff log in with.

use std::fmt;

use crate::text_input::normalize;

const LONGEST: usize = 254;
const LONGEST_LOCAL: usize = 64;

/// A plausible address, in the one form that it has here whatever somebody typed: composed letters, in lower case, its
/// domain in letters and not as `xn--…`, which is what browsers make of an address with other letters than a to z.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// Parses what somebody typed. Whether the address exists, only a letter to it could show.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = normalize(&normalize(typed).trim().to_lowercase());
        let (local, domain) = typed.rsplit_once('@')?;
        let (domain, is_valid) = idna::domain_to_unicode(domain);
        is_valid.ok()?;
        let email = format!("{local}@{domain}");
        let plausible = email.len() <= LONGEST
            && (1..=LONGEST_LOCAL).contains(&local.len())
            && !local.contains('@')
            && !email.contains(|c: char| c.is_whitespace() || c.is_control())
            && domain.split('.').all(|label| !label.is_empty());
        plausible.then_some(Self(email))
    }

    /// Returns the address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Shortens what was typed as an address, to be shown again. No address that could be one is cut.
pub(crate) fn shortened(typed: String) -> String {
    if typed.len() <= LONGEST { typed } else { typed.chars().take(LONGEST).collect() }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_same_address_however_it_is_typed() {
        let typed = Email::parse(" Åsa.Öst@Exempel.SE\n").expect("plausible");
        assert_eq!(typed.as_str(), "åsa.öst@exempel.se");
        for typed in [
            "bo@malmö.example",
            "BO@MALMÖ.example",
            "bo@malmo\u{308}.example",
            "bo@xn--malm-8qa.example",
            "bo@XN--MALM-8QA.Example",
        ] {
            assert_eq!(Email::parse(typed).expect("plausible").as_str(), "bo@malmö.example", "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_an_address_is_none() {
        for typed in
            ["", " ", "anna", "@exempel.se", "anna@", "anna@exempel..se", "a b@exempel.se", "a@b@c.se"]
        {
            assert_eq!(Email::parse(typed), None, "{typed:?}");
        }
        assert_eq!(Email::parse(&format!("{}@exempel.se", "a".repeat(65))), None);
        assert_eq!(Email::parse(&format!("a@{}.se", "b".repeat(260))), None);
    }

    proptest! {
        #[test]
        fn reading_twice_changes_nothing(typed in ".{0,20}@.{0,20}") {
            if let Some(email) = Email::parse(&typed) {
                prop_assert_eq!(Email::parse(email.as_str()), Some(email));
            }
        }
    }
}
