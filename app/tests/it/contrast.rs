//! The colours of `style/tokens.css` that stand on each other have enough contrast, by day and by night.

use std::collections::BTreeMap;
use std::fs;

use app::site::colours::{Palette, Rgb, Scheme, Token, pairs};

use crate::sources::repository;

type Theme = BTreeMap<String, String>;

#[test]
fn text_and_edges_are_seen_on_every_ground_by_day_and_by_night() {
    let standard = Palette::STANDARD;
    let too_low = |pair: &app::site::colours::Pair| pair.contrast(&standard) < pair.need.standard();
    let problems = pairs().into_iter().filter(too_low);
    let problems: Vec<_> = problems
        .map(|pair| format!("{:?} on {:?}: {:.2}", pair.front, pair.ground, pair.contrast(&standard)))
        .collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn what_is_measured_are_the_colours_of_the_style_sheets() {
    for (scheme, theme) in [(Scheme::Day, day()), (Scheme::Night, night())] {
        for token in Token::IN_THE_STYLE_SHEETS {
            let measured = Palette::STANDARD.theme(scheme).get(token);
            assert_eq!(Rgb::parse(&theme[token.name()]), Some(measured), "{scheme:?} {token:?}");
        }
        let names: Vec<_> = Token::IN_THE_STYLE_SHEETS.iter().map(|token| token.name()).collect();
        let others: Vec<_> = theme.keys().filter(|name| !names.contains(&name.as_str())).collect();
        assert_eq!(others, ["ground"], "every other token is measured");
    }
}

/// A site with colours of its own sets them; the style sheets name what they are otherwise.
#[test]
fn what_only_a_brand_sets_is_otherwise_as_measured() {
    let style = repository().join("style");
    let read = |file: &str| fs::read_to_string(style.join(file)).unwrap();
    let (button, base) = (read("parts/button.css"), read("base.css"));
    assert!(
        button.contains("var(--button, var(--act))") && button.contains("var(--on-button, var(--on-act))")
    );
    for theme in [Palette::STANDARD.day, Palette::STANDARD.night] {
        assert_eq!(theme.get(Token::Button), theme.get(Token::Act));
        assert_eq!(theme.get(Token::OnButton), theme.get(Token::OnAct));
        assert_eq!(theme.get(Token::Head), theme.get(Token::Night));
        assert!(base.contains(&format!("var(--on-gold, {})", theme.get(Token::OnGold))));
        assert_eq!(theme.get(Token::OnHead), Palette::STANDARD.night.get(Token::Ink));
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

fn day() -> Theme {
    themes()[0].clone()
}

fn night() -> Theme {
    themes()[2].clone()
}

/// Returns the colours of the three blocks that set `--ink`: by day, by the device's night, by the visitor's.
fn themes() -> [Theme; 3] {
    let css = fs::read_to_string(repository().join("style/tokens.css")).unwrap();
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
