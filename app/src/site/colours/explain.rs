//! What was made of the brand's colours, in words for the staff, and in numbers.

use super::BrandColours;
use super::name::ColourName;
use super::pairs::{Paint, pairs};
use super::rgb::Rgb;
use super::tokens::{Palette, Scheme, Token};

/// Returns sentences in Swedish: where each colour of the brand is kept, where it was changed, and why.
pub(crate) fn explanations(brand: BrandColours, palette: &Palette) -> Vec<String> {
    let BrandColours { main, accent } = brand;
    let Some(mark) = accent.or(main) else { return Vec::new() };
    let (day, night) = (&palette.day, &palette.night);
    let mut sentences = Vec::new();
    if let Some(main) = main {
        let (head, dark) = (day.get(Token::Head), day.get(Token::Night));
        let name = ColourName::of(main);
        let text = if day.get(Token::OnHead) == Rgb::WHITE { "vit" } else { "svart" };
        sentences.push(if head == main {
            format!("Din {} är kvar i sidhuvudet och på knapparna, med {text} text.", name.definite)
        } else {
            format!(
                "I sidhuvudet och på knapparna blir din {} lite {} ({head}). Annars går varken vit eller svart text att \
                 läsa där.",
                name.definite,
                comparative(head, main)
            )
        });
        sentences.push(if dark == main {
            format!("Längst ner på varje sida, och bakom kalendern, är det också din {}.", name.definite)
        } else {
            format!(
                "Längst ner på varje sida, och bakom kalendern, är det alltid mörkt. Där är en mörk ton av din {} ({dark}).",
                name.definite
            )
        });
        let act = day.get(Token::Act);
        if act != main {
            sentences.push(format!(
                "Knapparnas kanter, och ramen som visar var man är, får en {} {} ({act}) så att de syns.",
                comparative(act, main),
                name.plain
            ));
        }
    }
    let (link, name) = (day.get(Token::GoldInk), ColourName::of(mark));
    sentences.push(if link == mark {
        format!("Länkar har din {}.", name.definite)
    } else {
        format!("Länkar får en {} {} ({link}) så att alla kan läsa dem.", comparative(link, mark), name.plain)
    });
    let gold = day.get(Token::Gold);
    if gold != mark {
        sentences.push(format!(
            "Streck och markerade ord får en {} {} ({gold}), annars syns de inte.",
            comparative(gold, mark),
            name.plain
        ));
    }
    let link = night.get(Token::GoldInk);
    sentences.push(if link == mark {
        format!("När sidan är mörk har länkar och knappar din {}.", name.definite)
    } else {
        format!(
            "När sidan är mörk får länkar och knappar en {} {} ({link}).",
            comparative(link, mark),
            name.plain
        )
    });
    sentences
}

fn comparative(colour: Rgb, other: Rgb) -> &'static str {
    if colour.luminance() < other.luminance() { "mörkare" } else { "ljusare" }
}

/// A colour, and how well it is seen on the ground where it is seen worst.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Measured {
    /// What has the colour, in Swedish.
    pub(crate) name: &'static str,
    pub(crate) colour: Rgb,
    /// The contrast.
    pub(crate) contrast: f64,
    /// The contrast that the standard asks for.
    pub(crate) standard: f64,
}

/// Measures what matters most in a theme.
pub(crate) fn measured(palette: &Palette, scheme: Scheme) -> Vec<Measured> {
    const SHOWN: [(Token, &str); 6] = [
        (Token::Ink, "Text"),
        (Token::GoldInk, "Länkar"),
        (Token::OnHead, "Text i sidhuvudet"),
        (Token::OnButton, "Text på knappar"),
        (Token::Act, "Ramen som visar var man är"),
        (Token::Edge, "Kanter på fält"),
    ];
    let pairs = pairs();
    let measure = |(token, name): (Token, &'static str)| {
        let own = pairs.iter().filter(|pair| pair.front == Paint::Token(scheme, token));
        let worst = own.min_by(|one, other| {
            let room = |pair: &super::Pair| pair.contrast(palette) / pair.need.standard();
            room(one).total_cmp(&room(other))
        })?;
        let colour = palette.theme(scheme).get(token);
        Some(Measured { name, colour, contrast: worst.contrast(palette), standard: worst.need.standard() })
    };
    SHOWN.into_iter().filter_map(measure).collect()
}
