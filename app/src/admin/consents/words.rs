//! What the ledger says, in words.

use crate::consent::{Consent, ConsentStatus, Scope};
use crate::time::{UnixMillis, at_home, date_with_year, from_millis};

/// Says how consent stands: "Givet. Gäller till och med 30 juni 2027."
pub(in crate::admin) fn in_words(consent: &Consent, now: UnixMillis) -> String {
    let status = consent.status(now);
    match status {
        ConsentStatus::Given => format!("{}. {}", status.in_words(), until_in_words(consent, now)),
        ConsentStatus::Expired => match consent.last_day() {
            Some(day) => format!("{}. Det gällde till och med {}.", status.in_words(), date_with_year(day)),
            None => format!("{}.", status.in_words()),
        },
        ConsentStatus::Withdrawn => match consent.withdrawn_at {
            Some(at) => {
                format!("{} den {}.", status.in_words(), date_with_year(at_home(from_millis(at)).date()))
            }
            None => format!("{}.", status.in_words()),
        },
        ConsentStatus::Unknown | ConsentStatus::Asked => format!("{}.", status.in_words()),
    }
}

/// Says until when a consent stands that was given, and warns of an end that is near.
fn until_in_words(consent: &Consent, now: UnixMillis) -> String {
    let Some(last) = consent.last_day() else { return "Gäller tills vidare.".to_owned() };
    let until = format!("Gäller till och med {}.", date_with_year(last));
    if consent.ends_within(now).is_none() {
        return until;
    }
    let today = at_home(from_millis(now)).date();
    match today.until(last).map_or(0, |span| span.get_days()) {
        ..=0 => format!("{until} Det är den sista dagen."),
        1 => format!("{until} Det är en dag kvar."),
        days => format!("{until} Det är {days} dagar kvar."),
    }
}

/// Lists where a text may be shown: "webbplatsen, tryck".
pub(super) fn scope_in_words(scope: Scope) -> String {
    let places = [
        (scope.on_site, "webbplatsen"),
        (scope.in_social_media, "sociala medier och flöden"),
        (scope.in_print, "tryck"),
        (scope.in_embeds, "andra webbplatser"),
    ];
    let places: Vec<_> = places.into_iter().filter_map(|(is_in, place)| is_in.then_some(place)).collect();
    if places.is_empty() { "ingenstans".to_owned() } else { places.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::{ConsentState, GivenHow};
    use crate::ids::PostId;
    use crate::time::parse_local;

    fn given(ends_at: Option<&str>) -> Consent {
        Consent {
            post: PostId(1),
            state: ConsentState::Given,
            scope: Scope { on_site: true, ..Scope::default() },
            given_how: GivenHow::Paper,
            given_on: "2026-12-01".into(),
            ends_at: ends_at.map(|at| parse_local(at).unwrap()),
            withdrawn_at: None,
            version: 1,
        }
    }

    #[test]
    fn an_end_that_is_near_is_counted_in_days() {
        let now = parse_local("2026-12-07T08:00").unwrap();
        for (ends_at, words) in [
            (None, "Givet. Gäller tills vidare."),
            (Some("2027-07-01T00:00"), "Givet. Gäller till och med 30 juni 2027."),
            (Some("2026-12-11T00:00"), "Givet. Gäller till och med 10 december 2026. Det är 3 dagar kvar."),
            (Some("2026-12-09T00:00"), "Givet. Gäller till och med 8 december 2026. Det är en dag kvar."),
            (Some("2026-12-08T00:00"), "Givet. Gäller till och med 7 december 2026. Det är den sista dagen."),
            (Some("2026-12-07T00:00"), "Har gått ut. Det gällde till och med 6 december 2026."),
        ] {
            assert_eq!(in_words(&given(ends_at), now).replace('\u{a0}', " "), words);
        }
    }

    #[test]
    fn a_scope_is_a_list() {
        assert_eq!(scope_in_words(Scope::default()), "ingenstans");
        let all = Scope { on_site: true, in_social_media: true, in_print: true, in_embeds: true };
        assert_eq!(scope_in_words(all), "webbplatsen, sociala medier och flöden, tryck, andra webbplatser");
    }
}
