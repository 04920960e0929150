//! The name that a picture gets from its file.

use crate::text_input::line;

/// The longest name, in characters.
pub(crate) const LONGEST_NAME: usize = 120;

/// Returns the name of a file as the sender's device gives it, cleaned; empty where there is none. It is a name for finding
/// the picture, never a path, and never words about it.
pub fn name_of_file(file: &str) -> String {
    let file = line(file);
    // Some browsers send the whole path.
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    name.chars().take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_NAME, name_of_file};

    #[test]
    fn a_name_is_no_path_and_has_an_end() {
        for (file, name) in [
            ("bro.jpg", "bro.jpg"),
            ("../../etc/passwd.php", "passwd.php"),
            ("C:\\Bilder\\Mo\u{308}te i a\u{30a}n.JPG", "Möte i ån.JPG"),
            (" a\r\nb.png ", "a  b.png"),
            ("a/", ""),
            ("", ""),
        ] {
            assert_eq!(name_of_file(file), name, "{file}");
        }
        assert_eq!(name_of_file(&"å".repeat(500)).chars().count(), LONGEST_NAME);
    }
}
