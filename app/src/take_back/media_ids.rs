//! Pictures and documents that are here under another id: the same file was sent here, too.

use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::hash::Hash;
use std::str::FromStr;

use crate::export::{Content, DocumentId, Edition, PictureId, Settings};

/// How many digits an id has.
const DIGITS: usize = 32;

/// The ids here of what an export knows by others.
#[derive(Debug, Default)]
pub(super) struct MediaIds {
    pub(super) pictures: HashMap<PictureId, PictureId>,
    pub(super) documents: HashMap<DocumentId, DocumentId>,
    /// Every picture that is here, or will be.
    pub(super) available: HashSet<PictureId>,
}

impl MediaIds {
    fn picture(&self, id: PictureId) -> PictureId {
        self.pictures.get(&id).copied().unwrap_or(id)
    }

    /// Rewrites the addresses within a text.
    fn text(&self, text: &str) -> String {
        rewritten(&rewritten(text, "/media/", &self.pictures), "/dokument/", &self.documents)
    }

    /// Rewrites what a post says.
    pub(super) fn apply_to_content(&self, content: &mut Content) {
        content.picture = content.picture.map(|id| self.picture(id));
        for text in [&mut content.body, &mut content.quote].into_iter().chain(&mut content.documents) {
            *text = self.text(text);
        }
    }

    /// Rewrites what an edition says.
    pub(super) fn apply_to_edition(&self, edition: &mut Edition) {
        edition.introduction = self.text(&edition.introduction);
        for shown in &mut edition.scene_pictures {
            shown.picture = self.picture(shown.picture);
        }
        // One that was refused cannot be shown.
        edition.scene_pictures.retain(|shown| self.available.contains(&shown.picture));
    }

    /// Rewrites which pictures the settings name. They cannot name one that was refused.
    pub(super) fn apply_to_settings(&self, settings: &mut Settings) {
        let brand = &mut settings.brand;
        let of_brand = [&mut brand.logo, &mut brand.logo_on_dark, &mut brand.icon, &mut brand.shared_picture];
        let of_funders = settings.funding.funders.iter_mut().map(|funder| &mut funder.logo);
        for picture in of_brand.into_iter().chain(of_funders) {
            *picture = picture.map(|id| self.picture(id)).filter(|id| self.available.contains(id));
        }
    }
}

fn rewritten<I: FromStr + Display + Eq + Hash>(text: &str, prefix: &str, ids: &HashMap<I, I>) -> String {
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(prefix).filter(|_| !ids.is_empty()) {
        let (before, after) = rest.split_at(at + prefix.len());
        done.push_str(before);
        let id = after.get(..DIGITS).and_then(|digits| ids.get(&digits.parse().ok()?));
        rest = id.map_or(after, |id| {
            done.push_str(&id.to_string());
            after.get(DIGITS..).unwrap_or_default()
        });
    }
    done + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_ids_are_rewritten() {
        let [a, b, c] = ["a", "b", "c"].map(|digit| digit.repeat(DIGITS));
        let ids = HashMap::from([(a.parse::<PictureId>().unwrap(), b.parse().unwrap())]);
        let text = format!("å ![x](/media/{a}/960.webp#1x1) /media/{c}/ /media/ett /media/{a}");
        let expected = format!("å ![x](/media/{b}/960.webp#1x1) /media/{c}/ /media/ett /media/{b}");
        assert_eq!(rewritten(&text, "/media/", &ids), expected);
        assert_eq!(rewritten(&text, "/media/", &HashMap::<PictureId, PictureId>::new()), text);
    }
}
