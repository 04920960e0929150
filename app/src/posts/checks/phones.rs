//! Telephone numbers that nobody can ring by touching them.

use super::body::Body;
use super::{Field, Remark};
use crate::markdown;

pub(super) fn remarks(body: &Body<'_>) -> Vec<Remark> {
    markdown::malformed_numbers(&body.events).iter().map(|number| about(number)).collect()
}

fn about(number: &str) -> Remark {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let is_foreign = ["+", "00"]
        .iter()
        .any(|mark| digits.strip_prefix(mark).is_some_and(|country| !country.starts_with("46")));
    let sentence = if is_foreign {
        let address = digits.strip_prefix("00").map_or_else(|| digits.clone(), |rest| format!("+{rest}"));
        format!("Numret går inte att ringa med ett tryck. Gör det till en länk med adressen tel:{address}.")
    } else {
        "Numret går inte att ringa med ett tryck. Skriv det med riktnummer och bindestreck, till exempel 08-123 45 67."
            .into()
    };
    Remark::about(Field::Body, number, sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_writer_is_told_how() {
        let remarks_on = |text: &str| {
            remarks(&Body::read(text)).into_iter().map(|remark| remark.sentence).collect::<Vec<_>>()
        };
        assert!(remarks_on("Ring 08/123 45 67.")[0].ends_with("till exempel 08-123 45 67."));
        assert!(remarks_on("Ring +47 22 12 34 56.")[0].ends_with("tel:+4722123456."));
        assert!(remarks_on("Ring 0047 22 12 34 56.")[0].ends_with("tel:+4722123456."));
        assert_eq!(remarks_on("Ring 08-123 45 67 eller [00 47](tel:+4722123456)."), [""; 0]);
    }
}
