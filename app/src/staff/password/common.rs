//! Passwords that many have, or that somebody who knows the person would try first.
//!
//! The crate `zxcvbn` knows tens of thousands of leaked passwords, names and English words, and sees through
//! repetition, keyboard rows, dates and letters written as digits. What it does not know is this country.

use std::cmp::Reverse;

use zxcvbn::{Score, zxcvbn};

/// What Swedes write when they are asked for a password; ours to add to.
const SWEDISH: &str = "lösenord losenord lösen losen hemligt hemlig hemlighet passord inloggning välkommen valkommen hejsan \
    hejhej hallå hej jul julafton god advent tomten vår sommar höst host vinter midsommar påsk januari \
    februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag \
    torsdag fredag lördag söndag älskar alskar älskling alskling jag dig mamma pappa familjen hund katt \
    häst blomma fotboll hockey sverige stockholm göteborg goteborg malmö norrköping örebro linköping \
    guldkorn kalender lucka vidare redaktör redaktion administratör";

/// Whether a password would be among the first hundred million that somebody tries. `about` is what is known of
/// its owner and of the site, such as names and addresses.
pub(super) fn is_common(password: &str, about: &[&str]) -> bool {
    let known = about
        .iter()
        .flat_map(|text| std::iter::once(*text).chain(text.split(|c: char| !c.is_alphanumeric())));
    // "MIA Vidare" is written in one word, too.
    let joined: Vec<String> =
        about.iter().map(|text| text.chars().filter(|c| c.is_alphanumeric()).collect()).collect();
    let known = known.chain(joined.iter().map(String::as_str));
    let words: Vec<_> =
        known.filter(|word| word.chars().count() > 2).chain(SWEDISH.split_whitespace()).collect();
    zxcvbn(password, &words).score() < Score::Three || is_made_of(password, about)
}

/// Whether a password is nothing but words that are known, numbers and signs: `zxcvbn` takes each sign between two words for
/// a secret of its own.
fn is_made_of(password: &str, about: &[&str]) -> bool {
    const LETTERS: usize = 4;
    let password = password.to_lowercase();
    let about = about.join(" ").to_lowercase();
    let mut words: Vec<_> =
        about.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2).collect();
    words.sort_unstable_by_key(|word| Reverse(word.len()));
    let rest = words.iter().fold(password.clone(), |rest, word| rest.replace(word, " "));
    rest != password && rest.chars().filter(|c| c.is_alphabetic()).count() < LETTERS
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
    fn what_the_site_is_called_is_common() {
        let about = ["MIA Vidare", "https://www.miavidare.example"];
        for password in ["MIAVidare2026", "miavidare2026!", "Vidare-MIA-2026", "mia vidare 2026"] {
            assert!(is_common(password, &about), "{password}");
        }
        assert!(!is_common("tre blåa grytor vidare", &about));
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
