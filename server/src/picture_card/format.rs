//! The formats of a picture card, and where in each everything stands.

/// The shape of a picture card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// 1080 × 1080, for the feeds of social networks.
    Square,
    /// 1080 × 1350, for telephones.
    Portrait,
    /// 1200 × 630, for slides and letters.
    Wide,
}

/// A rectangle, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Area {
    pub(super) fn right(&self) -> f32 {
        self.left + self.width
    }

    pub(super) fn bottom(&self) -> f32 {
        self.top + self.height
    }

    pub(super) fn middle(&self) -> f32 {
        self.left + self.width / 2.0
    }
}

impl Format {
    #[cfg(test)]
    pub(super) const ALL: [Self; 3] = [Self::Square, Self::Portrait, Self::Wide];

    /// Parses the name in an address.
    pub(super) fn parse(name: &str) -> Option<Self> {
        match name {
            "kvadrat" => Some(Self::Square),
            "staende" => Some(Self::Portrait),
            "bred" => Some(Self::Wide),
            _ => None,
        }
    }

    /// Returns the name in an address.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Square => "kvadrat",
            Self::Portrait => "staende",
            Self::Wide => "bred",
        }
    }

    /// Returns the width in pixels.
    pub(super) const fn width(self) -> u32 {
        if matches!(self, Self::Wide) { 1200 } else { 1080 }
    }

    /// Returns the height in pixels.
    pub(super) const fn height(self) -> u32 {
        match self {
            Self::Square => 1080,
            Self::Portrait => 1350,
            Self::Wide => 630,
        }
    }

    /// Returns where the window's pane is.
    pub(super) const fn pane(self) -> Area {
        match self {
            Self::Square => Area { left: 120.0, top: 124.0, width: 840.0, height: 720.0 },
            Self::Portrait => Area { left: 120.0, top: 144.0, width: 840.0, height: 960.0 },
            Self::Wide => Area { left: 96.0, top: 84.0, width: 1008.0, height: 386.0 },
        }
    }

    /// Returns where in the pane the words are.
    pub(super) fn words(self) -> Area {
        let Area { left, top, width, height } = self.pane();
        match self {
            Self::Square => {
                Area { left: left + 60.0, top: top + 66.0, width: width - 120.0, height: height - 250.0 }
            }
            Self::Portrait => {
                Area { left: left + 60.0, top: top + 90.0, width: width - 120.0, height: height - 330.0 }
            }
            Self::Wide => {
                Area { left: left + 44.0, top: top + 46.0, width: width - 300.0, height: height - 66.0 }
            }
        }
    }

    /// Returns where the middle of what stands on the sill is.
    pub(super) fn on_the_sill(self) -> f32 {
        let pane = self.pane();
        if self == Self::Wide { pane.right() - 132.0 } else { pane.middle() }
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn every_format_has_an_address_of_its_own() {
        for format in Format::ALL {
            assert_eq!(Format::parse(format.name()), Some(format));
        }
        assert_eq!(Format::parse("rund"), None);
    }

    #[test]
    fn the_words_are_within_the_pane_and_the_pane_within_the_picture() {
        for format in Format::ALL {
            let (pane, words) = (format.pane(), format.words());
            assert!(words.left > pane.left && words.right() < pane.right(), "{format:?}");
            assert!(words.top > pane.top && words.bottom() < pane.bottom(), "{format:?}");
            let height = f32::from(u16::try_from(format.height()).unwrap());
            assert!(pane.bottom() + 100.0 < height, "{format:?} has room for the site's name");
        }
    }
}
