use super::*;

const STYLE: &str = include_str!("../../../style/parts/facade.css");
const SLOTS: &str = include_str!("../../../style/calendar/slots.css");
/// The least contrast of text, by WCAG 2.2 AA.
const LEAST: f64 = 4.5;

#[test]
fn text_on_each_facade_can_be_read() {
    for facade in Facade::ALL {
        let (wall, ink) = (colour(facade, "--facade:"), colour(facade, "--facade-ink:"));
        let contrast = contrast(wall, ink);
        assert!(contrast >= LEAST, "{facade:?}: {contrast:.2}");
    }
}

#[test]
fn the_colours_are_those_of_the_drawn_town() {
    let town = include_str!("../../../public/scener/stad-bred.svg").to_lowercase();
    for facade in Facade::ALL {
        let wall = format!("fill=\"{}\"", value(facade, "--facade:"));
        assert!(town.contains(&wall), "no wall of the town has the colour of {facade:?}");
    }
}

#[test]
fn windows_of_one_house_stand_above_each_other() {
    let wide = SLOTS.split("@media (min-width: 64rem)").nth(1).expect("the wide town");
    let left_edges = [34, 206, 316, 680, 796, 970, 1086];
    for window in 0..QUARTER {
        let slot = wide.split(&format!(".slot-{} {{ --x: ", window + 1)).nth(1).expect("a slot");
        let x: u16 = slot.split(';').next().and_then(|x| x.parse().ok()).expect("its place");
        let house = left_edges.iter().rposition(|left| *left <= x).expect("a house");
        assert_eq!(Some(&Facade::of_window(window)), Facade::ALL.get(house), "slot {}", window + 1);
    }
    assert_eq!(Facade::of_window(QUARTER), Facade::of_window(0));
}

/// Returns the value that a façade's rule gives to a property.
fn value(facade: Facade, property: &str) -> &'static str {
    let (_, rule) = STYLE.split_once(&format!(".{} {{", facade.class())).expect("a rule");
    let (_, value) = rule.split_once(property).expect("the property");
    value.split(';').next().expect("a value").trim()
}

fn colour(facade: Facade, property: &str) -> [u8; 3] {
    let value = value(facade, property);
    let hex = u32::from_str_radix(value.trim_start_matches('#'), 16).expect("a colour of six digits");
    let [_, red, green, blue] = hex.to_be_bytes();
    [red, green, blue]
}

/// Returns the contrast of two colours by WCAG 2.2.
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    red.mul_add(0.2126, green.mul_add(0.7152, blue * 0.0722))
}
