//! Putting a picture in another one's place within a text.

use std::borrow::Cow;

use crate::media::{PictureId, SizedPicture};

/// Returns a text, as Markdown or JSON, in which one picture has taken another's place: by its address with its own size where the
/// other's address stood, by its id where only the id stood.
pub(super) fn exchanged(text: &str, from: PictureId, to: SizedPicture) -> Cow<'_, str> {
    let from = from.to_string();
    if !text.contains(&from) {
        return Cow::Borrowed(text);
    }
    let start = format!("/media/{from}/");
    let mut parts = text.split(&start);
    let mut exchanged = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        exchanged.push_str(&to.address());
        exchanged.push_str(&part[file_and_size(part)..]);
    }
    Cow::Owned(exchanged.replace(&from, &to.id.to_string()))
}

/// Returns how many bytes at the start of a text are a file's name and a size, as in `960.webp#1600x1067`.
fn file_and_size(text: &str) -> usize {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '#' | '-' | '_');
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    // A full stop after it ends a sentence.
    text[..end].trim_end_matches('.').len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: &str = "0000000000000000000000000000000a";
    const TO: &str = "0000000000000000000000000000000b";

    fn exchange(text: &str) -> String {
        let to = SizedPicture { id: TO.parse().unwrap(), width: 700, height: 300 };
        exchanged(text, FROM.parse().unwrap(), to).into_owned()
    }

    #[test]
    fn a_picture_takes_anothers_place_with_its_own_size() {
        let new = format!("/media/{TO}/700.webp#700x300");
        for (old, after) in [
            (
                format!("![En bro](/media/{FROM}/960.webp#1600x1067 \"Bron\")"),
                format!("![En bro]({new} \"Bron\")"),
            ),
            (format!("<img src=\"/media/{FROM}/480.jpg\">"), format!("<img src=\"{new}\">")),
            (format!("Se /media/{FROM}/960.webp."), format!("Se {new}.")),
            (
                format!("{{\"picture\":\"{FROM}\",\"body\":\"![](/media/{FROM}/960.webp#1x1)\\n\"}}"),
                format!("{{\"picture\":\"{TO}\",\"body\":\"![]({new})\\n\"}}"),
            ),
        ] {
            assert_eq!(exchange(&old), after);
        }
    }

    #[test]
    fn everything_else_stays() {
        for text in ["", "Mod", "/media/0000000000000000000000000000000c/960.webp#1600x1067 å"] {
            assert_eq!(exchange(text), text);
        }
    }
}
