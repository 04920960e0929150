//! Passwords that many have, or that somebody who knows the person would try first.
//!
//! The crate `zxcvbn` knows tens of thousands of leaked passwords, names and English words, and sees through
//! repetition, keyboard rows, dates and letters written as digits. What it does not know is this country.

use zxcvbn::{Score, zxcvbn};

/// What Swedes write when they are asked for a password; ours to add to.
const SWEDISH: &str = "lösenord losenord lösen losen hemligt hemlig hemlighet passord inloggning välkommen valkommen hejsan \
    hejhej hallå hej jul julafton god advent tomten vår sommar höst host vinter midsommar påsk januari \
    februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag \
    torsdag fredag lördag söndag älskar alskar älskling alskling jag dig mamma pappa familjen hund katt \
    häst blomma fotboll hockey sverige stockholm göteborg goteborg malmö norrköping örebro linköping \
    guldkorn kalender lucka vidare redaktör redaktion administratör";

/// Whether a password would be among the first hundred million that somebody tries. `about` is what is known of
/// its owner, such as the name and the address.
pub(super) fn is_common(password: &str, about: &[&str]) -> bool {
    let known = about
        .iter()
        .flat_map(|text| std::iter::once(*text).chain(text.split(|c: char| !c.is_alphanumeric())));
    let words: Vec<_> =
        known.filter(|word| word.chars().count() > 2).chain(SWEDISH.split_whitespace()).collect();
    zxcvbn(password, &words).score() < Score::Three
}

#[cfg(test)]
mod tests {
    use super::is_common;

    const ANNA: [&str; 2] = ["anna.oberg@exempel.se", "Anna Öberg"];

    #[test]
    fn what_many_have_is_common() {
        for password in [
            "123456789012",
            "aaaaaaaaaaaaaaaa",
            "passwordpassword",
            "Password1234!",
            "P@ssw0rd2024!",
            "qwertyuiopasdf",
            "abcabcabcabc",
            "lösenord1234",
            "losenord12345",
            "Sommar2026",
            "hemligthemligt",
            "guldkorn2026",
            "älskling1234",
            "december2026",
        ] {
            assert!(is_common(password, &[]), "{password}");
        }
    }

    #[test]
    fn what_is_known_of_somebody_is_common() {
        for password in ["anna.oberg@exempel.se", "Anna Öberg 1", "annaannaanna"] {
            assert!(is_common(password, &ANNA), "{password}");
        }
        assert!(!is_common("annas tre blåa grytor", &ANNA));
    }

    #[test]
    fn words_in_a_row_are_not() {
        for password in [
            "mod och möjligheter",
            "ett nytt lösenord",
            "correct horse battery staple",
            "tv3ng-Kv4st-snurr",
            "🌟🌲🎁🦌⛄🎅🧦🕯🐈🌙🔔🧣",
        ] {
            assert!(!is_common(password, &ANNA), "{password}");
        }
    }
}
