//! The site's colours: the one or two of its brand, and all others, which are derived from them and measured.
//!
//! `pairs` lists which colours stand on which; `derive` moves them until all pairs hold; `style_sheet` is what browsers
//! get, linked only where a brand has been chosen; `explain` tells the staff what was changed and why.

mod derive;
mod explain;
mod name;
mod oklch;
mod pairs;
mod rgb;
pub(super) mod store;
mod style_sheet;
#[cfg(test)]
mod tests;
mod tokens;

use std::sync::Arc;

pub(crate) use self::explain::{Measured, explanations, measured};
pub use self::pairs::{Need, Paint, Pair, pairs};
pub use self::rgb::Rgb;
pub use self::style_sheet::StyleSheet;
pub use self::tokens::{Palette, Scheme, Theme, Token};

/// The colours that the owner of the site has chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BrandColours {
    /// Of the header, the buttons and what is dark on every page.
    pub main: Option<Rgb>,
    /// Of links and marks; without it they have the main colour.
    pub accent: Option<Rgb>,
}

impl BrandColours {
    /// Whether none has been chosen.
    pub const fn is_empty(self) -> bool {
        self.main.is_none() && self.accent.is_none()
    }
}

/// All colours of the site. Cheap to clone.
#[derive(Debug, Clone)]
pub struct SiteColours {
    /// The colours by day and by night.
    pub palette: Arc<Palette>,
    /// The style sheet that sets them; none as long as they are the standard's.
    pub style_sheet: Option<Arc<StyleSheet>>,
}

impl SiteColours {
    /// Derives them from the brand's.
    pub fn of(brand: BrandColours) -> Self {
        let palette = derive::derive(brand);
        let style_sheet = (!brand.is_empty()).then(|| Arc::new(StyleSheet::of(&palette)));
        Self { palette: Arc::new(palette), style_sheet }
    }
}
