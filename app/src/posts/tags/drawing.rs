//! The drawings of subjects, which stand for posts without pictures.

use crate::posts::slug::choose_by_slug;

/// A drawing in `public/amnen`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing {
    /// Name of the file without its ending; the database has it, too.
    pub name: &'static str,
    /// What staff call it.
    pub label: &'static str,
}

const fn drawing(name: &'static str, label: &'static str) -> Drawing {
    Drawing { name, label }
}

impl Drawing {
    /// All drawings, in the order in which staff choose. Append new ones: what tags without a choice get follows from
    /// the number of drawings.
    pub const ALL: [Self; 17] = [
        drawing("trappa", "Trappa"),
        drawing("stig", "Stig"),
        drawing("bro", "Bro"),
        drawing("dorr", "Öppen dörr"),
        drawing("stolar", "Två stolar"),
        drawing("hander", "Vantar"),
        drawing("samtal", "Samtal"),
        drawing("hjarta", "Hjärta"),
        drawing("vag", "Våg"),
        drawing("brev", "Brev"),
        drawing("penna", "Penna"),
        drawing("skrivbord", "Skrivbord"),
        drawing("verktyg", "Verktyg"),
        drawing("vaxt", "Växt"),
        drawing("kopp", "Kopp"),
        drawing("lykta", "Lykta"),
        drawing("ljus", "Ljus"),
    ];

    /// The drawings of sensitive posts: a path, a bridge, a lantern and a candle say nothing of what they are about.
    const NEUTRAL: [Self; 4] = [Self::ALL[1], Self::ALL[2], Self::ALL[15], Self::ALL[16]];

    /// Returns the drawing with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|drawing| drawing.name == name)
    }

    /// Returns the drawing of a tag: the chosen one, or else that of its slug.
    pub fn of_tag(chosen: Option<&str>, slug: &str) -> Self {
        chosen.and_then(Self::named).unwrap_or_else(|| Self::of_slug(slug))
    }

    /// Returns the drawing for a tag or post that has none of its own: always the same for the same slug.
    pub fn of_slug(slug: &str) -> Self {
        choose_by_slug(&Self::ALL, slug).copied().unwrap_or(Self::NEUTRAL[0])
    }

    /// Returns the drawing for a sensitive post.
    pub fn neutral(slug: &str) -> Self {
        choose_by_slug(&Self::NEUTRAL, slug).copied().unwrap_or(Self::NEUTRAL[0])
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_drawing_is_a_file_of_the_site_and_every_file_a_drawing() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/amnen");
        for Drawing { name, .. } in Drawing::ALL {
            assert!(folder.join(name).with_extension("svg").is_file(), "{name}");
        }
        assert_eq!(folder.read_dir().expect("a folder").count(), Drawing::ALL.len());
    }

    #[test]
    fn a_name_is_of_one_drawing() {
        for drawing in Drawing::ALL {
            assert_eq!(Drawing::named(drawing.name), Some(drawing));
        }
        assert_eq!(Drawing::named("../logo"), None);
        assert_eq!(Drawing::NEUTRAL.map(|drawing| drawing.name), ["stig", "bro", "lykta", "ljus"]);
    }
}
