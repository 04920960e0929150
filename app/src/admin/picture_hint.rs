//! What stands beside a field for a picture's caption.

use crate::media::LibraryWords;

/// Says what readers get from the library; empty where that is nothing.
pub(super) fn caption_hint(library: &LibraryWords) -> String {
    let LibraryWords { caption: words, credit, .. } = library;
    let caption = if words.is_empty() {
        String::new()
    } else {
        format!("Lämna tomt för bildbibliotekets: ”{words}”. ")
    };
    let credit = if credit.is_empty() { String::new() } else { format!("Efter den står: Foto: {credit}.") };
    (caption + &credit).trim().to_owned()
}
