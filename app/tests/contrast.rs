//! The colours of `style/tokens.css` that stand on each other have enough contrast, by day and by night.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Of text, by WCAG 2.2 (1.4.3).
const TEXT: f64 = 4.5;
/// Of edges of fields, of marks and of focus (1.4.11).
const EDGE: f64 = 3.0;

/// Text: each of these may stand on each of these grounds.
const TEXTS: [&str; 5] = ["ink", "quiet", "gold-ink", "falu", "spruce"];
const GROUNDS: [&str; 3] = ["paper", "sheet", "ice"];

/// Edges, marks and focus rings, on the same grounds.
const EDGES: [&str; 5] = ["edge", "act", "falu", "spruce", "gold-ink"];

/// Text on grounds of its own: buttons, the link to the content, buttons under the pointer, selected text and previews.
const OTHER_TEXTS: [(&str, &str); 5] =
    [("on-act", "act"), ("paper", "ink"), ("ink", "sheet"), ("#1b2a33", "gold"), ("#1b2a33", "#e3a72f")];

/// Grounds that are a part of one colour over another: found words, and what was removed and added in a comparison.
const MIXED: [(&str, f64); 3] = [("gold", 0.34), ("falu", 0.14), ("spruce", 0.16)];

/// The lightest sky over which words stand, on pages with the dark house.
const SKY: &str = "#1a3f55";

type Theme = BTreeMap<String, String>;

#[test]
fn text_and_edges_are_seen_on_every_ground_by_day_and_by_night() {
    let mut problems = Vec::new();
    for (name, theme) in [("day", day()), ("night", night())] {
        let mut check = |front: &str, ground: [f64; 3], what: &str, least: f64| {
            let ratio = contrast(colour(&theme, front), ground);
            if ratio < least {
                problems.push(format!("{name}: {front} on {what} has {ratio:.2}, needs {least}"));
            }
        };
        for ground in GROUNDS {
            for text in TEXTS {
                check(text, colour(&theme, ground), ground, TEXT);
            }
            for edge in EDGES {
                check(edge, colour(&theme, ground), ground, EDGE);
            }
            for (over, part) in MIXED {
                let mixed = mix(colour(&theme, over), colour(&theme, ground), part);
                check("ink", mixed, &format!("{over} over {ground}"), TEXT);
            }
        }
        for (text, ground) in OTHER_TEXTS {
            check(text, colour(&theme, ground), ground, TEXT);
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn what_stands_in_a_band_of_night_is_seen_on_it_and_on_its_sky() {
    let night = night();
    for ground in
        [colour(&night, "night"), colour(&day(), "night"), colour(&night, SKY), colour(&night, "roofs")]
    {
        for text in TEXTS {
            assert!(contrast(colour(&night, text), ground) >= TEXT, "{text}");
        }
        for edge in ["edge", "act", "gold"] {
            assert!(contrast(colour(&night, edge), ground) >= EDGE, "{edge}");
        }
    }
}

#[test]
fn the_street_above_the_footer_stands_out_from_the_page() {
    for theme in [day(), night()] {
        let (street, page) = (colour(&theme, "roofs"), colour(&theme, "paper"));
        assert!(contrast(street, page) >= 1.5, "or its windows float");
        assert!(contrast(colour(&night(), "gold"), street) >= EDGE, "and its windows are lit");
    }
}

#[test]
fn night_is_the_same_whether_the_device_or_the_visitor_chose_it() {
    let [_, device, visitor] = themes();
    assert_eq!(device, visitor);
    let [day, night] = [day(), night()];
    assert_eq!(
        day.keys().collect::<Vec<_>>(),
        night.keys().collect::<Vec<_>>(),
        "no token is left at its day's value"
    );
}

#[test]
fn contrast_and_mixtures_are_those_of_the_standard() {
    let theme = Theme::new();
    assert!((contrast(colour(&theme, "#000"), colour(&theme, "#fff")) - 21.0).abs() < 0.01);
    assert!((contrast(colour(&theme, "#777777"), colour(&theme, "#fff")) - 4.48).abs() < 0.01);
    let mixed = mix([1.0, 0.0, 0.0], [0.0, 0.0, 1.0], 0.25);
    assert!(mixed.iter().zip([0.25, 0.0, 0.75]).all(|(part, expected)| (part - expected).abs() < 1e-9));
}

fn day() -> Theme {
    themes()[0].clone()
}

fn night() -> Theme {
    themes()[2].clone()
}

/// Returns the colours of the three blocks that set `--ink`: by day, by the device's night, by the visitor's.
fn themes() -> [Theme; 3] {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../style/tokens.css");
    let css = fs::read_to_string(file).unwrap();
    let blocks = css.split('{').map(|part| part.split('}').next().unwrap());
    let themes: Vec<_> = blocks.filter(|block| block.contains("--ink:")).map(declarations).collect();
    themes.try_into().unwrap()
}

/// Returns the names and values of a block's custom properties that are colours, or none.
fn declarations(block: &str) -> Theme {
    let pairs = block.split(';').filter_map(|line| line.rsplit_once("--")?.1.split_once(':'));
    pairs
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .filter(|(_, value)| value.starts_with('#') || value == "initial")
        .collect()
}

/// Returns red, green and blue, from 0 to 1, of a token or of a colour such as `#fff`.
fn colour(theme: &Theme, name: &str) -> [f64; 3] {
    let value = theme.get(name).map_or(name, String::as_str);
    let digits = value.strip_prefix('#').unwrap();
    let wide = digits.len() == 6;
    [0, 1, 2].map(|part| {
        let pair =
            if wide { digits[2 * part..2 * part + 2].to_owned() } else { digits[part..=part].repeat(2) };
        f64::from(u8::from_str_radix(&pair, 16).unwrap()) / 255.0
    })
}

fn mix(over: [f64; 3], ground: [f64; 3], part: f64) -> [f64; 3] {
    [0, 1, 2].map(|at| over[at] * part + ground[at] * (1.0 - part))
}

/// Returns the contrast of two colours by WCAG 2.2.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] =
        colour.map(|part| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
