use proptest::prelude::*;

use super::derive::derive;
use super::*;

/// Colours for which something had to be thought of: no hue, every hue at its strongest, and between black and white.
const UGLIEST: [u32; 18] = [
    0xff_ff00, 0x39_ff14, 0xff_00ff, 0x00_ffff, 0x00_00ff, 0xff_0000, 0x00_ff00, 0xff_ffff, 0x00_0000,
    0x80_8080, 0x7f_7f00, 0x75_7575, 0x77_7777, 0x7f_7f7f, 0xfe_fefe, 0x01_0101, 0xcc_ff00, 0x0e_2433,
];

fn brand(main: Option<u32>, accent: Option<u32>) -> BrandColours {
    BrandColours { main: main.map(Rgb::hex), accent: accent.map(Rgb::hex) }
}

fn failures(palette: &Palette) -> Vec<String> {
    let too_low = |pair: &Pair| pair.contrast(palette) < pair.need.aim();
    let text = |pair: Pair| format!("{:?} on {:?}: {:.3}", pair.front, pair.ground, pair.contrast(palette));
    pairs().into_iter().filter(too_low).map(text).collect()
}

#[test]
fn every_pair_is_seen_with_the_ugliest_colours() {
    for main in UGLIEST.map(Some).into_iter().chain([None]) {
        for accent in UGLIEST.map(Some).into_iter().chain([None]) {
            if main.or(accent).is_none() {
                continue;
            }
            let failures = failures(&derive(brand(main, accent)));
            assert!(failures.is_empty(), "{main:06x?} {accent:06x?}\n{}", failures.join("\n"));
        }
    }
}

#[test]
fn without_a_brand_nothing_changes() {
    assert_eq!(derive(BrandColours::default()), Palette::STANDARD);
    assert!(SiteColours::of(BrandColours::default()).style_sheet.is_none());
}

#[test]
fn the_brands_own_colour_stays_where_it_can_be_read() {
    let palette = derive(brand(Some(0xff_ff00), None));
    assert_eq!(palette.day.get(Token::Head), Rgb::hex(0xff_ff00));
    assert_eq!(palette.day.get(Token::OnHead), Rgb::NEAR_BLACK);
    assert_eq!(palette.day.get(Token::Button), Rgb::hex(0xff_ff00));
    let blue = derive(brand(Some(0x00_3399), Some(0xff_cc00)));
    assert_eq!(blue.day.get(Token::Act), Rgb::hex(0x00_3399), "seen on every ground as it is");
    assert_eq!(blue.night.get(Token::GoldInk), Rgb::hex(0xff_cc00));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_pair_is_seen_with_any_colours(
        main in proptest::option::weighted(0.9, 0..0x0100_0000_u32),
        accent in proptest::option::of(0..0x0100_0000_u32),
    ) {
        let brand = brand(main, accent);
        if !brand.is_empty() {
            let palette = derive(brand);
            let failures = failures(&palette);
            prop_assert!(failures.is_empty(), "{}", failures.join("\n"));
            // What has been moved once stays: a site that takes its header's colour for its own looks the same.
            if main.is_some() {
                let moved = BrandColours { main: Some(palette.day.get(Token::Head)), ..brand };
                prop_assert_eq!(derive(moved).day.get(Token::Head), palette.day.get(Token::Head));
            }
        }
    }

    #[test]
    fn hues_are_kept(main in 0..0x0100_0000_u32) {
        let own = oklch::Oklch::of(Rgb::hex(main));
        let palette = derive(brand(Some(main), None));
        for theme in [palette.day, palette.night] {
            for token in [Token::Gold, Token::GoldInk, Token::Act, Token::Head, Token::Button] {
                if own.chroma > 0.05 {
                    let derived = oklch::Oklch::of(theme.get(token));
                    let turned = (derived.hue - own.hue).rem_euclid(360.0);
                    prop_assert!(
                        derived.chroma < 0.03 || turned.min(360.0 - turned) < 6.0,
                        "{:?} {} of {:06x}", token, theme.get(token), main
                    );
                }
            }
        }
    }
}

#[test]
fn the_style_sheet_sets_every_token_in_both_themes() {
    let sheet = SiteColours::of(brand(Some(0xff_ff00), None)).style_sheet.expect("a style sheet");
    for token in Token::IN_THE_STYLE_SHEETS {
        let count = sheet.css.matches(&format!("--{}:#", token.name())).count();
        assert_eq!(count, 3, "{token:?}");
    }
    assert!(sheet.css.contains("--head:#ffff00;"));
    assert!(!sheet.css.contains('<') && sheet.css.is_ascii());
    let other = SiteColours::of(brand(Some(0xff_ff01), None)).style_sheet.expect("a style sheet");
    assert_ne!(sheet.address, other.address);
}

#[test]
fn what_was_changed_is_said_in_words() {
    let brand = brand(Some(0xff_ff00), None);
    let said = explanations(brand, &derive(brand)).join(" ");
    assert!(said.starts_with("Din gula är kvar i sidhuvudet och på knapparna, med svart text."), "{said}");
    assert!(said.contains("Länkar får en mörkare gul"), "{said}");
    assert!(explanations(BrandColours::default(), &Palette::STANDARD).is_empty());
}

#[test]
fn the_numbers_shown_hold_the_standard() {
    let palette = derive(brand(Some(0x80_8080), Some(0x7f_7f00)));
    for scheme in [Scheme::Day, Scheme::Night] {
        let measured = measured(&palette, scheme);
        assert_eq!(measured.len(), 6);
        assert!(measured.iter().all(|one| one.contrast >= one.standard), "{measured:?}");
    }
}
