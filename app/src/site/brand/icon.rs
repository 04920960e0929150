//! The icon: from which picture it is made, and by which version browsers know that it is another.

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};
use sqlx::sqlite::SqlitePool;

use super::Brand;
use crate::media::PictureId;
use crate::media::store::picture;
use crate::paths;
use crate::site::colours::SiteColours;

/// Side of the largest icon, in pixels.
const LARGEST: u32 = 512;

/// The icon of the site, in whatever size it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteIcon {
    /// The picture and the name of the variant of which it is made; none when it is drawn from the initials.
    pub source: Option<(PictureId, String)>,
    /// Whether it is available as SVG.
    pub is_drawing: bool,
    /// The letters of the drawn one.
    pub initials: String,
    /// Changes whenever the icon does. Browsers keep icons for long, so that their address has to change.
    pub version: String,
}

impl SiteIcon {
    pub(super) async fn load(reader: &SqlitePool, brand: &Brand, name: &str) -> Result<Self, sqlx::Error> {
        let picture = match brand.icon {
            Some(id) => picture(reader, id).await?,
            None => None,
        };
        let source = picture.and_then(|(picture, is_drawing)| {
            let enough = picture.widths.iter().find(|width| **width >= LARGEST).or(picture.widths.last());
            let pixels = enough.map(|width| format!("{width}.webp"));
            let file = if is_drawing { Some(crate::media::store::DRAWING.to_owned()) } else { pixels };
            Some((picture.id, file?, is_drawing))
        });
        let is_drawing = source.as_ref().is_none_or(|(.., is_drawing)| *is_drawing);
        let source = source.map(|(id, file, _)| (id, file));
        let initials = if brand.initials.is_empty() { initials_of(name) } else { brand.initials.clone() };
        let version = version(source.as_ref().map_or(initials.clone(), |(id, _)| id.to_string()).as_bytes());
        Ok(Self { source, is_drawing, initials, version })
    }

    /// Gives an icon that is drawn from initials another address when the site's colours change.
    pub(crate) fn drawn_in(&mut self, colours: &SiteColours) {
        if let (None, Some(sheet)) = (&self.source, &colours.style_sheet) {
            self.version = version(format!("{}{}", self.initials, sheet.address).as_bytes());
        }
    }

    /// Returns the address and the media type of the icon for browsers.
    pub(crate) fn for_browsers(&self) -> (String, &'static str) {
        if self.is_drawing {
            (self.address(paths::ICON), "image/svg+xml")
        } else {
            (self.address(paths::ICON_192), "image/png")
        }
    }

    /// Returns the address of one of the icon's files, with its version.
    pub fn address(&self, path: &str) -> String {
        format!("{path}?v={}", self.version)
    }
}

/// Returns the first letters of the first two words of a name, or the first two letters of its only word.
fn initials_of(name: &str) -> String {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<_>>();
    let words: Vec<_> = name
        .split(|c: char| c.is_whitespace() || c == '-')
        .map(letters)
        .filter(|word| !word.is_empty())
        .collect();
    let initials: String = match words.as_slice() {
        [] => String::new(),
        [only] => only.iter().take(2).collect(),
        [first, second, ..] => first.iter().take(1).chain(second.iter().take(1)).collect(),
    };
    initials.to_uppercase().chars().take(3).collect()
}

fn version(of: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(of)[..4])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_initials() {
        for (name, initials) in [
            ("MIA Vidare", "MV"),
            ("Guldkorn", "GU"),
            ("ö", "Ö"),
            ("Samordningsförbundet Öst i länet", "SÖ"),
            ("– ”Mod” & möjlighet", "MM"),
            ("Väst-Nyland", "VN"),
            ("ßa", "SSA"),
            ("!?", ""),
            ("", ""),
        ] {
            assert_eq!(initials_of(name), initials, "{name}");
        }
    }

    #[test]
    fn another_icon_has_another_version() {
        assert_eq!(version(b"MV"), version(b"MV"));
        assert_ne!(version(b"MV"), version(b"MO"));
        assert_eq!(version(b"MV").len(), 8);
    }
}
