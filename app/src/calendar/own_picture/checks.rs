//! What whoever places doors should know: each a sentence that says what to do.

use super::number::Number;
use super::stage::{PHONE, SMALLEST, WIDE, needed_width, widest};
use super::{Layout, Place, Places, ScenePicture};
use crate::calendar::editing::day_list;
use crate::media::crop::Share;

/// Most pairs of doors that are told one by one.
const MOST_PAIRS: usize = 6;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Checked {
    /// What it is, and what to do.
    pub(crate) sentence: String,
    /// The doors that it concerns.
    pub(crate) days: Vec<u16>,
    /// Whether readers meet it; otherwise it is only good to know.
    pub(crate) is_fault: bool,
}

/// What is looked at.
pub(crate) struct Scene<'a> {
    pub(crate) picture: &'a ScenePicture,
    /// How many days the edition has.
    pub(crate) days: u16,
    /// Whether the edition has its doors in the order of their days.
    pub(crate) is_in_order: bool,
    /// Whether it is the only picture, for all screens.
    pub(crate) is_alone: bool,
}

/// Whether all of a scene's doors can be used on the narrowest phone.
pub(crate) fn is_usable_on_phone(pictures: &[ScenePicture], days: u16) -> bool {
    pictures.iter().max_by_key(|picture| picture.layout).is_some_and(|narrow| {
        let places = narrow.places_of(days);
        let needed = needed_width(&places, (narrow.width, narrow.height));
        places.len() == usize::from(days) && needed.is_some_and(|needed| needed <= PHONE)
    })
}

/// Checks a picture and its doors.
pub(crate) fn checks(scene: &Scene<'_>) -> Vec<Checked> {
    let places = scene.picture.places_of(scene.days);
    let found = [
        without_place(scene, &places),
        too_small(scene, &places),
        overlapping(&places),
        out_of_order(scene, &places),
        with_plates(scene),
    ];
    found.into_iter().flatten().collect()
}

/// Names doors: "Lucka 7", "Lucka 7 och 9–12".
fn doors(days: &[u16]) -> String {
    format!("Lucka {}", day_list(days))
}

fn without_place(scene: &Scene<'_>, places: &Places) -> Option<Checked> {
    let days: Vec<_> = (1..=scene.days).filter(|day| !places.contains_key(day)).collect();
    (!days.is_empty()).then(|| Checked {
        sentence: format!(
            "{} har ingen plats på bilden. Så länge visas alla luckor i ett rutnät under bilden. Skriv in en plats, \
             eller lägg ut luckorna automatiskt.",
            doors(&days)
        ),
        days,
        is_fault: true,
    })
}

/// The narrowest screen on which a picture is shown is a phone's, unless another picture is for phones.
fn too_small(scene: &Scene<'_>, places: &Places) -> Option<Checked> {
    let picture = scene.picture;
    let size = (picture.width, picture.height);
    let is_for_phones = picture.layout == Layout::Portrait || scene.is_alone;
    let shown = if is_for_phones { PHONE } else { WIDE.min(widest(size)) };
    let is_small =
        |place: &Place| needed_width(&Places::from([(1, *place)]), size).is_some_and(|needed| needed > shown);
    let days: Vec<_> = places.iter().filter(|(_, place)| is_small(place)).map(|(day, _)| *day).collect();
    if days.is_empty() {
        return None;
    }
    let height = shown * f64::from(picture.height) / f64::from(picture.width.max(1));
    let least_size =
        format!("Gör dem minst {} % breda och {} % höga", least(SMALLEST / shown), least(SMALLEST / height));
    let doors = doors(&days);
    let sentence = if is_for_phones {
        let or_another =
            if picture.layout == Layout::Landscape { ", eller välj också en stående bild" } else { "" };
        format!(
            "Kalendern går inte att använda som bild på en telefon: {} blir för små för ett finger. \
             {least_size}{or_another}. Så länge ser läsare med smal skärm luckorna i ett rutnät under bilden.",
            doors.to_lowercase()
        )
    } else {
        format!(
            "{doors} är för små på en surfplatta. {least_size}. Så länge visas luckorna i ett rutnät under bilden där."
        )
    };
    Some(Checked { sentence, days, is_fault: true })
}

/// Returns the least whole percent, and all of the picture where that is too little.
fn least(fraction: f64) -> String {
    Share::from_fraction((fraction * 100.0).ceil() / 100.0).unwrap_or(Share::ALL).percent()
}

fn overlapping(places: &Places) -> Option<Checked> {
    let all: Vec<_> = places.iter().collect();
    let pairs: Vec<(u16, u16)> = all
        .iter()
        .enumerate()
        .flat_map(|(index, (day, place))| {
            let others = all.iter().skip(index + 1).filter(|(_, other)| place.overlaps(**other));
            others.map(|(other, _)| (**day, **other))
        })
        .collect();
    if pairs.is_empty() {
        return None;
    }
    let named: Vec<_> =
        pairs.iter().take(MOST_PAIRS).map(|(one, other)| format!("{one} och {other}")).collect();
    let more = match pairs.len().saturating_sub(MOST_PAIRS) {
        0 => String::new(),
        1 => ", och ett par till".to_owned(),
        more => format!(", och {more} par till"),
    };
    let mut days: Vec<_> = pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
    days.sort_unstable();
    days.dedup();
    let sentence = format!(
        "De här luckorna krockar: {}{more}. Flytta isär dem, annars är det svårt att träffa rätt.",
        named.join(", ")
    );
    Some(Checked { sentence, days, is_fault: true })
}

/// Doors are read in the order of their days, whatever the picture looks like. Where they are meant to be in order, a door
/// that stands before its forerunner is a surprise to whoever uses the keyboard.
fn out_of_order(scene: &Scene<'_>, places: &Places) -> Option<Checked> {
    if !scene.is_in_order {
        return None;
    }
    let pairs = places.iter().zip(places.iter().skip(1));
    let jumps_back = |((_, one), (_, next)): &((&u16, &Place), (&u16, &Place))| {
        let ([x, y, ..], [next_x, next_y, ..]) = (<[u16; 4]>::from(**one), <[u16; 4]>::from(**next));
        if one.is_in_row_with(**next) { next_x < x } else { next_y < y }
    };
    let days: Vec<_> = pairs.filter(jumps_back).map(|(_, (day, _))| *day).collect();
    (!days.is_empty()).then(|| Checked {
        sentence: format!(
            "Tangentbord och skärmläsare går från lucka till lucka i dagarnas ordning. På bilden ligger {} före dagen \
             innan. Flytta dem, eller låt kalenderns luckor vara blandade.",
            doors(&days).to_lowercase()
        ),
        days,
        is_fault: false,
    })
}

fn with_plates(scene: &Scene<'_>) -> Option<Checked> {
    let has_plate = |(day, (_, number)): (&u16, &(Place, Number))| {
        (*number == Number::Plate && *day <= scene.days).then_some(*day)
    };
    let days: Vec<_> = scene.picture.doors.iter().filter_map(has_plate).collect();
    (!days.is_empty()).then(|| Checked {
        sentence: format!(
            "{} får sitt nummer på en mörk platta, för att bilden bakom är både ljus och mörk.",
            doors(&days)
        ),
        days,
        is_fault: false,
    })
}

#[cfg(test)]
#[path = "checks_tests.rs"]
mod tests;
