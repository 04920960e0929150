//! All colours of a site from the one or two of its brand.
//!
//! Surfaces keep the luminance that they have without a brand and take its hue, so that what is tuned stays tuned. What
//! stands on them begins as the brand's own colour and moves in lightness, as little as it can, until every pair of
//! [`pairs`] holds. Hue stays; chroma gives way where no screen shows it.

use super::BrandColours;
use super::oklch::Oklch;
use super::pairs::{Pair, pairs};
use super::rgb::Rgb;
use super::tokens::{Palette, Scheme, Token};

/// Steps of lightness in which a colour is moved: one of eight bits.
const STEPS: u16 = 256;
/// The brand's own colour is the ground of what is dark on every page when it is no lighter than this.
const DARK_ENOUGH: f64 = 0.05;
/// Surfaces that are tinted with the brand's hue, each with the most chroma that it may have. They are large, and a page
/// of strong colour would tire its reader.
const TINTED: [(Scheme, Token, f32); 16] = [
    (Scheme::Day, Token::Night, 0.09),
    (Scheme::Day, Token::Paper, 0.012),
    (Scheme::Day, Token::Ice, 0.03),
    (Scheme::Day, Token::Ink, 0.03),
    (Scheme::Day, Token::Quiet, 0.03),
    (Scheme::Day, Token::Line, 0.025),
    (Scheme::Day, Token::Edge, 0.03),
    (Scheme::Night, Token::Night, 0.05),
    (Scheme::Night, Token::Paper, 0.03),
    (Scheme::Night, Token::Sheet, 0.035),
    (Scheme::Night, Token::Ice, 0.045),
    (Scheme::Night, Token::Ink, 0.015),
    (Scheme::Night, Token::Quiet, 0.025),
    (Scheme::Night, Token::Line, 0.04),
    (Scheme::Night, Token::Edge, 0.03),
    (Scheme::Night, Token::Roofs, 0.07),
];

/// Derives the colours of a site. Without a brand they are the standard's.
pub(super) fn derive(brand: BrandColours) -> Palette {
    let mut work = Work { palette: Palette::STANDARD, pairs: pairs(), open: Vec::new() };
    let BrandColours { main, accent } = brand;
    let Some(mark) = accent.or(main) else { return work.palette };
    if let Some(main) = main {
        work.tint(main);
    }
    work.settle(main, mark);
    work.palette
}

struct Work {
    palette: Palette,
    pairs: Vec<Pair>,
    /// The tokens that are not settled yet: a pair with one of them is looked at later.
    open: Vec<(Scheme, Token)>,
}

impl Work {
    /// Gives surfaces the hue of a colour, at the luminance that they have.
    fn tint(&mut self, main: Rgb) {
        for (scheme, token, most) in TINTED {
            let theme = self.palette.theme_mut(scheme);
            theme.set(token, tinted(theme.get(token), main, most));
        }
        if main.luminance() <= DARK_ENOUGH {
            self.palette.day.set(Token::Night, main);
        }
        let (day, night) = (self.palette.day.get(Token::Night), self.palette.night.get(Token::Night));
        self.palette.day.set(Token::Roofs, day);
        self.palette.night.set(Token::Head, night);
        self.palette.night.set(Token::OnHead, self.palette.night.get(Token::Ink));
    }

    /// Moves what stands on the surfaces until it is seen there. `mark` is the colour of links and marks.
    fn settle(&mut self, main: Option<Rgb>, mark: Rgb) {
        use Scheme::{Day, Night};
        let plan: [(Scheme, Token, Option<Token>, Option<Rgb>); 19] = [
            (Day, Token::Ink, None, None),
            (Day, Token::Quiet, None, None),
            (Day, Token::Edge, None, None),
            (Day, Token::Falu, None, None),
            (Day, Token::Spruce, None, None),
            (Day, Token::Gold, Some(Token::OnGold), Some(mark)),
            (Day, Token::GoldInk, None, Some(mark)),
            (Day, Token::Act, Some(Token::OnAct), main),
            (Day, Token::Head, Some(Token::OnHead), main),
            (Day, Token::Button, Some(Token::OnButton), main),
            (Night, Token::Ink, None, None),
            (Night, Token::Quiet, None, None),
            (Night, Token::Edge, None, None),
            (Night, Token::Falu, None, None),
            (Night, Token::Spruce, None, None),
            (Night, Token::Gold, Some(Token::OnGold), Some(mark)),
            (Night, Token::GoldInk, None, Some(mark)),
            (Night, Token::Act, Some(Token::OnAct), Some(mark)),
            (Night, Token::Button, Some(Token::OnButton), None),
        ];
        self.open = plan.iter().map(|(scheme, token, ..)| (*scheme, *token)).collect();
        for (scheme, token, label, colour) in plan {
            self.open.retain(|open| *open != (scheme, token));
            // By night the buttons are as the focus: the brand's own colour may be too dark to be seen there.
            let theme = self.palette.theme(scheme);
            let own =
                if token == Token::Button && scheme == Night { Some(theme.get(Token::Act)) } else { colour };
            self.settle_one(scheme, token, label, own.unwrap_or_else(|| theme.get(token)), own.is_some());
        }
    }

    /// Sets a token to a colour, or to the nearest that is seen everywhere. With a label, text stands on it.
    fn settle_one(&mut self, scheme: Scheme, token: Token, label: Option<Token>, own: Rgb, is_new: bool) {
        let label = label.filter(|_| is_new);
        let pairs: Vec<_> =
            self.pairs.iter().filter(|pair| self.concerns(pair, scheme, token)).copied().collect();
        let mut tried = self.palette;
        let found = nearest(own, |colour| {
            let theme = tried.theme_mut(scheme);
            theme.set(token, colour);
            if let Some(label) = label {
                theme.set(label, colour.label());
            }
            pairs.iter().all(|pair| pair.holds(&tried))
        });
        let theme = self.palette.theme_mut(scheme);
        theme.set(token, found);
        if let Some(label) = label {
            theme.set(label, found.label());
        }
    }

    /// Whether a pair has the token in it, and otherwise only what is settled.
    fn concerns(&self, pair: &Pair, scheme: Scheme, token: Token) -> bool {
        let tokens: Vec<_> = pair.front.tokens().chain(pair.ground.tokens()).collect();
        tokens.contains(&(scheme, token)) && !tokens.iter().any(|one| self.open.contains(one))
    }
}

/// Returns a surface in another hue: as light as it is, and no more colourful than the brand or `most`.
fn tinted(surface: Rgb, brand: Rgb, most: f32) -> Rgb {
    let Oklch { chroma, hue, .. } = Oklch::of(brand);
    let at = |lightness| Oklch { lightness, chroma: chroma.min(most), hue }.to_rgb();
    let wanted = surface.luminance();
    let (mut dark, mut light) = (0.0_f32, 1.0_f32);
    for _ in 0..12 {
        let middle = f32::midpoint(dark, light);
        if at(middle).luminance() < wanted { dark = middle } else { light = middle }
    }
    at(f32::midpoint(dark, light))
}

/// Returns the colour itself if it fits, otherwise the one of the same hue that fits and is nearest in lightness.
fn nearest(own: Rgb, mut fits: impl FnMut(Rgb) -> bool) -> Rgb {
    if fits(own) {
        return own;
    }
    let Oklch { lightness, chroma, hue } = Oklch::of(own);
    for step in 1..=STEPS {
        let step = f32::from(step) / f32::from(STEPS);
        for lightness in [lightness - step, lightness + step] {
            let colour = Oklch { lightness: lightness.clamp(0.0, 1.0), chroma, hue }.to_rgb();
            if fits(colour) {
                return colour;
            }
        }
    }
    own
}
