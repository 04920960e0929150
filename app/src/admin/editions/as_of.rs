//! Ways to see an edition as it will be.

use leptos::prelude::*;

use crate::calendar::editing::{Day, EditionRecord};
use crate::paths;

/// Links to the first, a middle and the last day in the preview, and to the rehearsal.
pub(super) fn links(edition: &EditionRecord, days: &[Day]) -> impl IntoView + use<> {
    let links: Vec<_> = landmarks(days)
        .into_iter()
        .map(|day| {
            let way = paths::preview_of_edition_at(edition.id, day.opens_at, false);
            let words = format!("dag {}, {}", day.number, day.date);
            view! { <li><a href=way rel="external">{words}</a></li> }
        })
        .collect();
    view! {
        <p id="som-den-blir">"Se kalendern som den blir"</p>
        <ul class="as-it-will-be" aria-labelledby="som-den-blir">
            {links}
            <li><a href=paths::rehearsal(edition.id)>"genrep, alla dagar"</a></li>
        </ul>
    }
}

/// Returns the first day, the one after the middle, and the last: 1, 13 and 24 of a December.
fn landmarks(days: &[Day]) -> Vec<&Day> {
    let last = days.len().saturating_sub(1);
    let mut places = vec![0, days.len() / 2, last];
    places.dedup();
    places.into_iter().filter_map(|place| days.get(place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::UnixMillis;

    #[test]
    fn a_december_is_seen_on_1_13_and_24_and_shorter_calendars_on_the_days_they_have() {
        let of = |count: u16| {
            let days: Vec<_> = (1..=count).map(day).collect();
            landmarks(&days).iter().map(|day| day.number).collect::<Vec<_>>()
        };
        assert_eq!(of(24), [1, 13, 24]);
        assert_eq!(of(3), [1, 2, 3]);
        assert_eq!(of(2), [1, 2]);
        assert_eq!(of(1), [1]);
        assert!(of(0).is_empty());
    }

    fn day(number: u16) -> Day {
        Day {
            number,
            date: String::new(),
            label: String::new(),
            opens_at: UnixMillis(0),
            hung: None,
            missing: Vec::new(),
            is_urgent: false,
        }
    }
}
