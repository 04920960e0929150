//! The places of doors as they are typed: in percent.

use std::collections::BTreeMap;

use super::{Place, Places};
use crate::field_errors::FieldErrors;
use crate::media::crop::Share;

const WRONG: &str = "Skriv ett tal från 0 till 100, eller lämna alla fyra fälten tomma.";

/// What is typed for a door: from the left, from the top, width, height. Empty fields are no place.
pub(crate) type TypedPlace = [String; 4];

/// What is typed for all doors, by day.
pub(crate) type TypedPlaces = BTreeMap<u16, TypedPlace>;

/// The names of the fields, in the order of [`TypedPlace`].
pub(crate) const FIELDS: [&str; 4] = ["x", "y", "width", "height"];

/// Returns the id that a door's field has on the page.
pub(crate) fn field_id(day: u16, field: &str) -> String {
    format!("plats-{day}-{field}")
}

/// Writes places as they are typed.
pub(crate) fn typed(places: &Places) -> TypedPlaces {
    places.iter().map(|(day, place)| (*day, place.shares().map(Share::percent))).collect()
}

/// Reads the places of days that the edition has, or returns a message for every field that is wrong.
pub(crate) fn parse(typed: &TypedPlaces, days: u16) -> Result<Places, FieldErrors> {
    let mut errors = FieldErrors::default();
    let mut places = Places::new();
    for (day, typed) in typed.range(1..=days) {
        if typed.iter().all(|typed| typed.trim().is_empty()) {
            continue;
        }
        let mut wrong = |field: &str, sentence: &str| errors.add(field_id(*day, field), sentence);
        let shares = [0, 1, 2, 3].map(|at: usize| Share::parse_percent(&typed[at]).ok_or(FIELDS[at]));
        let [Ok(x), Ok(y), Ok(width), Ok(height)] = shares else {
            shares.into_iter().filter_map(Result::err).for_each(|field| wrong(field, WRONG));
            continue;
        };
        if let Some(place) = Place::new(x, y, width, height) {
            places.insert(*day, place);
            continue;
        }
        for (field, start, size, beyond) in [
            (
                "width",
                x,
                width,
                "Luckan går utanför bildens högra kant. Gör den smalare eller flytta den åt vänster.",
            ),
            (
                "height",
                y,
                height,
                "Luckan går utanför bildens nedre kant. Gör den lägre eller flytta den uppåt.",
            ),
        ] {
            if size == Share::NONE {
                wrong(field, "Skriv mer än 0.");
            } else if start.checked_add(size).is_none() {
                wrong(field, beyond);
            }
        }
    }
    if errors.is_empty() { Ok(places) } else { Err(errors) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn row(values: [&str; 4]) -> TypedPlace {
        values.map(str::to_owned)
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        for (values, fields) in [
            (["", "0", "10", "10"], &["plats-7-x"][..]),
            (["x", "101", "10", "10"], &["plats-7-x", "plats-7-y"]),
            (["95", "0", "10", "10"], &["plats-7-width"]),
            (["95", "95", "10", "10"], &["plats-7-width", "plats-7-height"]),
            (["0", "0", "0", "10"], &["plats-7-width"]),
        ] {
            let errors = parse(&TypedPlaces::from([(7, row(values))]), 24).unwrap_err();
            assert_eq!(errors.iter().map(|(field, _)| field).collect::<Vec<_>>(), fields, "{values:?}");
        }
    }

    #[test]
    fn an_empty_row_is_a_day_without_a_place_and_days_after_the_last_are_left_out() {
        let typed = TypedPlaces::from([
            (1, row(["", " ", "", ""])),
            (2, row(["32,5", "41", "10 %", "12.25"])),
            (25, row(["0", "0", "10", "10"])),
        ]);
        let places = parse(&typed, 24).unwrap();
        assert_eq!(places.keys().collect::<Vec<_>>(), [&2]);
        assert_eq!(<[u16; 4]>::from(places[&2]), [3_250, 4_100, 1_000, 1_225]);
    }

    proptest! {
        #[test]
        fn what_is_saved_is_typed_back(
            parts in proptest::collection::btree_map(1_u16..=366, (0_u16..9_999, 0_u16..9_999), 0..30)
        ) {
            let place = |(x, y): (u16, u16)| Place::try_from([x, y, (10_000 - x) / 2 + 1, 10_000 - y]).unwrap();
            let places: Places = parts.into_iter().map(|(day, corner)| (day, place(corner))).collect();
            prop_assert_eq!(parse(&typed(&places), 366).unwrap(), places);
        }
    }
}
