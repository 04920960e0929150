//! The style sheet that sets a site's colours.

use std::fmt::Write as _;

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::pairs::WINDOW;
use super::tokens::{Palette, Theme, Token};
use crate::paths;

/// When the switch in the footer says day or night, as in `style/tokens.css`.
const LIGHT: &str = r#":is([data-theme="light"],:has([name="tema"][value="light"]:checked))"#;
const DARK: &str = r#":is([data-theme="dark"],:has([name="tema"][value="dark"]:checked))"#;
/// In the header everything that is not its ground has the colour of its text: no other is known to be seen there.
const HEAD: &str = ".head{--night:var(--head);--on-act:var(--head);--on-button:var(--head);--on-gold:var(--head);\
    --ink:var(--on-head);--quiet:var(--on-head);--edge:var(--on-head);--gold:var(--on-head);--gold-ink:var(--on-head);\
    --act:var(--on-head);--button:var(--on-head);--line:color-mix(in srgb,var(--on-head) 25%,var(--head))}.head .eu{color:var(--on-head)}";

/// The style sheet of a site's colours. Linked after the site's own, whose layers and selectors it repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleSheet {
    /// CSS as it is served, minified.
    pub css: String,
    /// Its address, which holds a hash of the text.
    pub address: String,
}

impl StyleSheet {
    /// Writes the style sheet of a palette. What is `light` is so in the dark theme too: the staff see both side by side.
    pub(super) fn of(palette: &Palette) -> Self {
        let (day, night) = (tokens(&palette.day), tokens(&palette.night));
        let (day_head, night_head) = (head(&palette.day), head(&palette.night));
        let line = palette.night.get(Token::Line);
        let night = format!("{night}--shadow:0 0 0 1px {line};");
        let css = format!(
            "@layer tokens{{\
             :root,.day,.light{{{day}{day_head}}}\
             @media (prefers-color-scheme:dark){{:root:not({LIGHT}),:root:not({LIGHT}) .day{{{night}{night_head}}}}}\
             :root{DARK},:root{DARK} .day,.night{{{night}}}\
             :root{DARK},:root{DARK} .day,.night:not(.head){{{night_head}}}\
             .night{{--night:inherit}}\
             }}@layer parts{{{HEAD}.foot::after{{background:{WINDOW}}}}}"
        );
        let hash = HEXLOWER.encode(&Sha256::digest(css.as_bytes())[..8]);
        Self { address: paths::colours(&hash), css }
    }
}

fn tokens(theme: &Theme) -> String {
    let [.., button, on_button, on_gold] = Token::OF_THE_BRAND;
    declarations(theme, Token::IN_THE_STYLE_SHEETS.into_iter().chain([button, on_button, on_gold]))
}

/// Apart from the others: inside the header, which is dark without a brand, they are those of the page's theme.
fn head(theme: &Theme) -> String {
    declarations(theme, [Token::Head, Token::OnHead])
}

fn declarations(theme: &Theme, tokens: impl IntoIterator<Item = Token>) -> String {
    tokens.into_iter().fold(String::new(), |mut css, token| {
        _ = write!(css, "--{}:{};", token.name(), theme.get(token));
        css
    })
}
