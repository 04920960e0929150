//! The colours of the style sheets by name, and what they are when nobody has chosen others.

use super::rgb::Rgb;

/// A colour of the style sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Token {
    /// Ground of what is dark on every page: the calendar's sky, the foot, the staff's rail.
    Night,
    /// Ground of a page.
    Paper,
    /// Ground of cards and fields.
    Sheet,
    /// Text.
    Ink,
    /// Dates, captions, hints.
    Quiet,
    /// Lines that part, without meaning.
    Line,
    /// Edges of fields and of plain buttons.
    Edge,
    /// Marks, selected text, found words; in the dark also text.
    Gold,
    /// Underlines of links, and links under the pointer.
    GoldInk,
    /// Errors, and what was removed.
    Falu,
    /// What went well, and what was added.
    Spruce,
    /// Quiet surfaces, such as notices.
    Ice,
    /// Focus rings, edges of buttons, the current page of a list.
    Act,
    /// Text on [`Token::Act`].
    OnAct,
    /// The street above the foot.
    Roofs,
    /// Ground of the header.
    Head,
    /// Text, edges and focus in the header.
    OnHead,
    /// Ground of buttons.
    Button,
    /// Text of buttons.
    OnButton,
    /// Text on [`Token::Gold`].
    OnGold,
}

impl Token {
    /// Those that `style/tokens.css` sets.
    pub const IN_THE_STYLE_SHEETS: [Self; 15] = [
        Self::Night,
        Self::Paper,
        Self::Sheet,
        Self::Ink,
        Self::Quiet,
        Self::Line,
        Self::Edge,
        Self::Gold,
        Self::GoldInk,
        Self::Falu,
        Self::Spruce,
        Self::Ice,
        Self::Act,
        Self::OnAct,
        Self::Roofs,
    ];
    /// Those that only a site with colours of its own sets. The style sheets name another token for when it is not set.
    pub const OF_THE_BRAND: [Self; 5] =
        [Self::Head, Self::OnHead, Self::Button, Self::OnButton, Self::OnGold];

    /// Returns its name in the style sheets, without the hyphens in front.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Night => "night",
            Self::Paper => "paper",
            Self::Sheet => "sheet",
            Self::Ink => "ink",
            Self::Quiet => "quiet",
            Self::Line => "line",
            Self::Edge => "edge",
            Self::Gold => "gold",
            Self::GoldInk => "gold-ink",
            Self::Falu => "falu",
            Self::Spruce => "spruce",
            Self::Ice => "ice",
            Self::Act => "act",
            Self::OnAct => "on-act",
            Self::Roofs => "roofs",
            Self::Head => "head",
            Self::OnHead => "on-head",
            Self::Button => "button",
            Self::OnButton => "on-button",
            Self::OnGold => "on-gold",
        }
    }
}

/// The colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme([Rgb; 20]);

impl Theme {
    /// Returns a token's colour.
    pub const fn get(&self, token: Token) -> Rgb {
        self.0[token as usize]
    }

    pub(super) const fn set(&mut self, token: Token, colour: Rgb) {
        self.0[token as usize] = colour;
    }

    const fn of(colours: [u32; 20]) -> Self {
        let mut theme = Self([Rgb::WHITE; 20]);
        let mut at = 0;
        while at < colours.len() {
            theme.0[at] = Rgb::hex(colours[at]);
            at += 1;
        }
        theme
    }
}

/// Day or night.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// The light theme.
    Day,
    /// The dark theme, and what is dark on every page.
    Night,
}

/// The colours of a site, by day and by night.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The light theme.
    pub day: Theme,
    /// The dark theme.
    pub night: Theme,
}

impl Palette {
    /// The colours of `style/tokens.css`, which a test compares.
    pub const STANDARD: Self = Self {
        day: Theme::of([
            0x0e_2433, 0xfb_f7ef, 0xff_ffff, 0x1b_2a33, 0x55_646d, 0xdd_d4c3, 0x81_796b, 0xe3_a72f,
            0x7a_5200, 0x8f_2f24, 0x2c_5a4b, 0xdc_e8ec, 0x0e_2433, 0xff_ffff, 0x0e_2433, 0x0e_2433,
            0xf1_ece0, 0x0e_2433, 0xff_ffff, 0x1b_2a33,
        ]),
        night: Theme::of([
            0x0b_1b27, 0x12_202a, 0x1a_2c38, 0xf1_ece0, 0xa9_b7bf, 0x2d_4452, 0x7d_919d, 0xf0_bc4e,
            0xf3_cb78, 0xe8_978a, 0x8c_c5af, 0x23_404f, 0xf3_cb78, 0x12_202a, 0x1d_4259, 0x0b_1b27,
            0xf1_ece0, 0xf3_cb78, 0x12_202a, 0x1b_2a33,
        ]),
    };

    /// Returns a theme.
    pub const fn theme(&self, scheme: Scheme) -> &Theme {
        match scheme {
            Scheme::Day => &self.day,
            Scheme::Night => &self.night,
        }
    }

    pub(super) const fn theme_mut(&mut self, scheme: Scheme) -> &mut Theme {
        match scheme {
            Scheme::Day => &mut self.day,
            Scheme::Night => &mut self.night,
        }
    }
}
