//! Which colours stand on which, and how well they must be told apart.
//!
//! One list for all: what is derived from a site's colours moves until it holds, the tests measure by it, and the
//! staff read from it.

use super::rgb::Rgb;
use super::tokens::{Palette, Scheme, Token};

/// The lightest sky over which words stand, on pages with the dark house. It is drawn, and the same on every site.
const SKY: Rgb = Rgb::hex(0x1a_3f55);
/// The light in the windows of the street above the foot: gold on every site.
pub const WINDOW: Rgb = Rgb::hex(0xf0_bc4e);

/// How well two colours must be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// To be read: WCAG 2.2, 1.4.3.
    Text,
    /// To be found, as edges of fields, marks and focus: WCAG 2.2, 1.4.11.
    Edge,
    /// To be noticed. Nothing depends on it.
    Noticed,
}

impl Need {
    /// Returns the contrast that the standard asks for.
    pub const fn standard(self) -> f64 {
        match self {
            Self::Text => 4.5,
            Self::Edge => 3.0,
            Self::Noticed => 1.5,
        }
    }

    /// Returns the contrast that derived colours have at least: so much more that no rounding of a browser or of a
    /// measuring tool gets below the standard.
    pub const fn aim(self) -> f64 {
        match self {
            Self::Text => 4.6,
            Self::Edge => 3.1,
            Self::Noticed => 1.5,
        }
    }
}

/// What is seen in a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Paint {
    /// A token of a theme.
    Token(Scheme, Token),
    /// A part of a token, from 0 to 1, over another of the same theme.
    Mixed(Scheme, Token, f64, Token),
    /// A colour that no site changes.
    Fixed(Rgb),
}

impl Paint {
    /// Returns its colour in a palette.
    pub fn colour(self, palette: &Palette) -> Rgb {
        match self {
            Self::Token(scheme, token) => palette.theme(scheme).get(token),
            Self::Mixed(scheme, over, part, ground) => {
                let theme = palette.theme(scheme);
                theme.get(over).over(theme.get(ground), part)
            }
            Self::Fixed(colour) => colour,
        }
    }

    /// Lists the tokens that it is made of.
    pub(super) fn tokens(self) -> impl Iterator<Item = (Scheme, Token)> {
        let (one, other) = match self {
            Self::Token(scheme, token) => (Some((scheme, token)), None),
            Self::Mixed(scheme, over, _, ground) => (Some((scheme, over)), Some((scheme, ground))),
            Self::Fixed(_) => (None, None),
        };
        one.into_iter().chain(other)
    }
}

/// Two colours of which one stands on the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// What is to be seen.
    pub front: Paint,
    /// What it stands on.
    pub ground: Paint,
    /// How well it must be seen.
    pub need: Need,
}

impl Pair {
    /// Returns the contrast of the two in a palette.
    pub fn contrast(&self, palette: &Palette) -> f64 {
        self.front.colour(palette).contrast(self.ground.colour(palette))
    }

    /// Whether the two are told apart as well as derived colours must be.
    pub(super) fn holds(&self, palette: &Palette) -> bool {
        self.contrast(palette) >= self.need.aim()
    }
}

/// Grounds of pages, cards and quiet surfaces.
const GROUNDS: [Token; 3] = [Token::Paper, Token::Sheet, Token::Ice];
/// Text, each on every one of these grounds.
const TEXTS: [Token; 5] = [Token::Ink, Token::Quiet, Token::GoldInk, Token::Falu, Token::Spruce];
/// Edges, marks and focus rings on the same grounds.
const EDGES: [Token; 5] = [Token::Edge, Token::Act, Token::Falu, Token::Spruce, Token::GoldInk];
/// What is seen through text: found words, and what was removed and added in a comparison.
const MIXED: [(Token, f64); 3] = [(Token::Gold, 0.34), (Token::Falu, 0.14), (Token::Spruce, 0.16)];
/// Text on a ground of its own: buttons, also under the pointer, the link to the content, the current page of a list,
/// selected text, the header.
const LABELS: [(Token, Token); 5] = [
    (Token::OnAct, Token::Act),
    (Token::OnButton, Token::Button),
    (Token::OnHead, Token::Head),
    (Token::OnGold, Token::Gold),
    (Token::Paper, Token::Ink),
];

/// The strip above a preview, and its text: a warning, the same on every site.
const STRIP: (Rgb, Rgb) = (Rgb::hex(0x1b_2a33), Rgb::hex(0xe3_a72f));

/// Lists all pairs of the site.
pub fn pairs() -> Vec<Pair> {
    let mut pairs = Vec::new();
    for scheme in [Scheme::Day, Scheme::Night] {
        let token = |token| Paint::Token(scheme, token);
        let mut pair = |front, ground, need| pairs.push(Pair { front, ground, need });
        for ground in GROUNDS {
            for text in TEXTS {
                pair(token(text), token(ground), Need::Text);
            }
            for edge in EDGES {
                pair(token(edge), token(ground), Need::Edge);
            }
            for (over, part) in MIXED {
                pair(token(Token::Ink), Paint::Mixed(scheme, over, part, ground), Need::Text);
            }
            pair(token(Token::Gold), token(ground), Need::Noticed);
        }
        for (label, ground) in LABELS {
            pair(token(label), token(ground), Need::Text);
        }
        // Without it, the windows of the street float.
        pair(token(Token::Roofs), token(Token::Paper), Need::Noticed);
        pair(Paint::Fixed(WINDOW), token(Token::Roofs), Need::Edge);
    }
    pairs.extend(in_the_dark());
    let (words, strip) = STRIP;
    pairs.push(Pair { front: Paint::Fixed(words), ground: Paint::Fixed(strip), need: Need::Text });
    pairs
}

/// Lists the pairs in bands that are dark on every page, by day too.
fn in_the_dark() -> impl Iterator<Item = Pair> {
    let grounds = [
        Paint::Token(Scheme::Night, Token::Night),
        Paint::Token(Scheme::Day, Token::Night),
        Paint::Token(Scheme::Night, Token::Roofs),
        Paint::Token(Scheme::Day, Token::Roofs),
        Paint::Fixed(SKY),
    ];
    let texts = TEXTS.into_iter().chain([Token::Gold]).map(|text| (text, Need::Text));
    let edges = [Token::Edge, Token::Act].map(|edge| (edge, Need::Edge));
    let fronts: Vec<_> = texts.chain(edges).collect();
    grounds.into_iter().flat_map(move |ground| {
        let pair = move |(front, need)| Pair { front: Paint::Token(Scheme::Night, front), ground, need };
        fronts.clone().into_iter().map(pair)
    })
}
