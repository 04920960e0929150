//! Pictures of an item, until they are pictures of this site.

use std::path::PathBuf;

/// What placeholders begin with, where a text shows a picture that is not taken in yet.
const PLACEHOLDER: &str = "import-picture:";

/// Where a picture's file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureFile {
    /// A file on this machine, which was found within a given folder.
    Path(PathBuf),
    /// The file itself, as when a text holds it as a `data:` address.
    Bytes(Vec<u8>),
}

/// A picture that an item shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemPicture {
    /// The file.
    pub file: PictureFile,
    /// The name by which staff find it in the library: the file's.
    pub name: String,
    /// Words for those who do not see it; empty when the source has none.
    pub alt: String,
    /// The words under it; empty when there are none.
    pub caption: String,
}

/// The pictures of one item's text as they are met. A text names each by a placeholder, which `apply` replaces by the
/// address here once the picture is taken in; where it is refused, its words take its place.
#[derive(Debug, Clone, Default)]
pub struct PictureList(Vec<ItemPicture>);

impl PictureList {
    /// Adds a picture and returns its placeholder, to stand as the address of a Markdown picture. The same file has one.
    pub fn add(&mut self, picture: ItemPicture) -> String {
        let known = self.0.iter().position(|known| known.file == picture.file);
        let place = known.unwrap_or_else(|| {
            self.0.push(picture);
            self.0.len() - 1
        });
        format!("{PLACEHOLDER}{place}")
    }

    /// Returns the pictures, in the order of their placeholders.
    pub fn into_pictures(self) -> Vec<ItemPicture> {
        self.0
    }
}

/// Returns which picture of its item a placeholder stands for.
pub(super) fn place_of(address: &str) -> Option<usize> {
    address.strip_prefix(PLACEHOLDER)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_file_has_one_placeholder() {
        let picture = |file: &str| ItemPicture {
            file: PictureFile::Path(file.into()),
            name: file.into(),
            alt: String::new(),
            caption: String::new(),
        };
        let mut list = PictureList::default();
        let [a, b, again] = ["a.png", "b.png", "a.png"].map(|file| list.add(picture(file)));
        assert_eq!((&a, place_of(&b)), (&again, Some(1)));
        assert_eq!(list.into_pictures().len(), 2);
        assert_eq!(place_of("/media/x"), None);
    }
}
