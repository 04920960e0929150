use resvg::tiny_skia::Pixmap;

use app::blog::PictureCardText;
use app::calendar::Facade;

use super::format::Format;
use super::{Card, scene};

fn card(text: &str, is_quote: bool) -> Card {
    Card {
        words: PictureCardText {
            text: text.to_owned(),
            is_quote,
            teaser: if is_quote {
                String::new()
            } else {
                "Det började med en fråga som ingen hade ställt förut.".to_owned()
            },
            source: "deltagare, 28 år".to_owned(),
            day: is_quote.then_some(7),
            facade: Facade::Falu,
        },
        site_name: "MIA Vidare".to_owned(),
        host: String::new(),
        mark: None,
    }
}

fn draw(card: Card, format: Format) -> Vec<u8> {
    scene::draw(&card.drawable(), format).expect("a picture")
}

#[test]
fn any_text_becomes_a_picture_of_its_format() {
    let hostile = "<script>&amp;</text>\u{0}]]>".repeat(40);
    for text in
        ["", "Mod", "🙂", "你好", "مرحبا! (2026)", &"ett långt ord ".repeat(80), &"å".repeat(900), &hostile]
    {
        for format in Format::ALL {
            let png = draw(card(text, text.len() % 2 == 0), format);
            let decoded = Pixmap::decode_png(&png).expect("a PNG");
            assert_eq!((decoded.width(), decoded.height()), (format.width(), format.height()));
            assert!(png.len() < 250_000, "{} bytes", png.len());
        }
    }
    assert_ne!(draw(card("Mod", true), Format::Square), draw(card("Nod", true), Format::Square));
}

#[test]
fn a_text_that_no_font_has_gives_way_to_the_sites_name() {
    let mut own = card("MIA Vidare", false);
    (own.words.teaser, own.words.source) = (String::new(), String::new());
    own.words.day = Some(7);
    assert_eq!(draw(card("Mod 心", true), Format::Wide), draw(own, Format::Wide));
}

/// Draws cards into a folder, for somebody to look at: `IMAGES=/tmp cargo nextest run draws_cards`.
#[test]
fn draws_cards_of_every_kind() {
    let Ok(folder) = std::env::var("IMAGES") else { return };
    let long = "Jag hade sökt hundra jobb och fått hundra nej. Sedan sa hon: börja på måndag, så ser vi. Det var inte \
                jobbet som var det stora. Det var att någon trodde att jag skulle komma. Nu har jag varit här i ett år, \
                och på fredagarna är det jag som tar emot den som är ny och visar var kaffet står.";
    let mut cards = vec![
        card("Första gången någon frågade vad jag ville, visste jag inte vad jag skulle svara.", true),
        card("Mod", true),
        card(long, true),
        card("خطوات صغيرة: لم أكن وحدي!", true),
        card("Kaffe ☕ och mod 🙂 varje dag!", true),
        card("Ett steg i taget", false),
        card(&long.repeat(3), true),
        card("ብሩኽ ልደት ንኹላትና፡ ሎሚ መዓልቲ", true),
        card("Vad arbetsintegrerande sociala företag gör som ingen annan gör", false),
    ];
    cards[4].words.source.clear();
    for (card, facade) in cards.iter_mut().zip(Facade::ALL.into_iter().cycle()) {
        card.words.facade = facade;
    }
    cards[5].host = "miavidare.se".to_owned();
    for (number, card) in cards.into_iter().enumerate() {
        for format in Format::ALL {
            let file = format!("{folder}/card-{number}-{}.png", format.name());
            std::fs::write(file, draw(card.clone(), format)).expect("writes");
        }
    }
}
