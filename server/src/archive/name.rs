//! Names of entries: read as what they are, and refused unless every system takes them for the same place.
//!
//! A name is judged by its parts and never repaired: what is cut out of a name can make another of it.

use unicode_normalization::UnicodeNormalization as _;

use super::error::EntryFault;

/// The longest part of a name, in bytes, on the usual file systems.
const LONGEST_PART: usize = 255;
/// The longest name, in bytes.
const LONGEST: usize = 1024;
/// In how many folders a file may lie.
const DEEPEST: usize = 32;

/// The second half of code page 437, in which zip files name their entries unless they say otherwise.
const CODE_PAGE_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// Reads a name: UTF-8 where the entry says so or where it is valid, otherwise code page 437. Many programs write UTF-8
/// and do not say so.
pub(super) fn decode(raw: &[u8], is_utf8: bool) -> Result<String, EntryFault> {
    match str::from_utf8(raw) {
        Ok(name) => Ok(name.to_owned()),
        Err(_) if is_utf8 => Err(EntryFault::Unreadable),
        Err(_) => Ok(raw.iter().map(|byte| of_code_page_437(*byte)).collect()),
    }
}

fn of_code_page_437(byte: u8) -> char {
    let above = byte.checked_sub(0x80).and_then(|above| CODE_PAGE_437.chars().nth(above.into()));
    above.unwrap_or(char::from(byte))
}

/// Judges a name and returns it without empty parts and those that mean "here".
pub(super) fn judge(name: &str) -> Result<String, EntryFault> {
    if name.is_empty() {
        return Err(EntryFault::Empty);
    }
    if name.starts_with('/') {
        return Err(EntryFault::Absolute);
    }
    if name.contains('\\') {
        return Err(EntryFault::Backslash);
    }
    if name.contains(is_invisible) {
        return Err(EntryFault::Invisible);
    }
    if name.contains(':') {
        return Err(EntryFault::Colon);
    }
    let parts: Vec<&str> = name.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    for part in &parts {
        judge_part(part)?;
    }
    match parts.len() {
        0 => Err(EntryFault::Empty),
        depth if depth > DEEPEST => Err(EntryFault::Deep),
        _ if name.len() > LONGEST => Err(EntryFault::LongName),
        _ => Ok(parts.join("/")),
    }
}

fn judge_part(part: &str) -> Result<(), EntryFault> {
    if part == ".." {
        return Err(EntryFault::Climbs);
    }
    if part.ends_with(['.', ' ']) {
        return Err(EntryFault::Ending);
    }
    if part.len() > LONGEST_PART {
        return Err(EntryFault::LongName);
    }
    if is_reserved(part) { Err(EntryFault::Reserved) } else { Ok(()) }
}

/// Whether Windows takes a name for a device, whatever its ending.
pub(crate) fn is_reserved(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let is_numbered = |device: &str| {
        let number = stem.strip_prefix(device);
        number.is_some_and(|number| {
            matches!(number, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        })
    };
    matches!(&*stem, "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || is_numbered("COM")
        || is_numbered("LPT")
}

/// Whether a character cannot be seen, or turns the direction of what follows.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Returns what two names share that some file system takes for one: letters' case and composition are left out.
pub(super) fn key(name: &str) -> String {
    name.nfc().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc().collect()
}

/// Whether a file is one that systems leave behind in every folder.
pub(super) fn is_litter(name: &str) -> bool {
    let mut parts = name.rsplit('/');
    let file = parts.next().unwrap_or_default();
    matches!(file, ".DS_Store" | "Thumbs.db" | "desktop.ini")
        || file.starts_with("._")
        || name.split('/').any(|part| part == "__MACOSX")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_a_mark_are_utf8_or_else_code_page_437() {
        assert_eq!(decode("smör.md".as_bytes(), false).unwrap(), "smör.md");
        assert_eq!(decode(b"r\x84ka \x8f\x99.md", false).unwrap(), "räka ÅÖ.md");
        assert_eq!(decode(b"r\x84ka.md", true), Err(EntryFault::Unreadable));
        assert_eq!(CODE_PAGE_437.chars().count(), 128);
    }

    #[test]
    fn only_names_that_mean_one_place_everywhere_pass() {
        for (name, judged) in [
            ("inlagg/hej.md", Ok("inlagg/hej.md")),
            ("inlagg/./hej2.md", Ok("inlagg/hej2.md")),
            ("./inlagg//hej3.md", Ok("inlagg/hej3.md")),
            ("inlagg/", Ok("inlagg")),
            ("%2e%2e/x.md", Ok("%2e%2e/x.md")),
            ("~/x.md", Ok("~/x.md")),
            ("..hidden", Ok("..hidden")),
            ("console.md", Ok("console.md")),
            ("", Err(EntryFault::Empty)),
            ("./", Err(EntryFault::Empty)),
            ("/", Err(EntryFault::Absolute)),
            ("../x", Err(EntryFault::Climbs)),
            ("a/../../x", Err(EntryFault::Climbs)),
            ("..././x", Err(EntryFault::Ending)),
            ("//server/x", Err(EntryFault::Absolute)),
            ("..\\x", Err(EntryFault::Backslash)),
            ("C:x", Err(EntryFault::Colon)),
            ("ström:dold.md", Err(EntryFault::Colon)),
            ("noll\0.md", Err(EntryFault::Invisible)),
            ("\u{202e}gnp.md", Err(EntryFault::Invisible)),
            ("a/CON.md", Err(EntryFault::Reserved)),
            ("nul", Err(EntryFault::Reserved)),
            ("Com1.txt", Err(EntryFault::Reserved)),
            ("lpt²", Err(EntryFault::Reserved)),
            ("punkt.", Err(EntryFault::Ending)),
            ("blank /x", Err(EntryFault::Ending)),
        ] {
            assert_eq!(judge(name).as_deref(), judged.as_ref().copied(), "{name:?}");
        }
        assert_eq!(judge(&"l".repeat(256)), Err(EntryFault::LongName));
        assert_eq!(judge(&"d/".repeat(33)), Err(EntryFault::Deep));
    }

    #[test]
    fn names_that_some_file_system_joins_have_one_key() {
        for (one, other) in [("HEJ.md", "hej.md"), ("a\u{308}.md", "ä.md"), ("STRASSE", "straße")] {
            assert_eq!(key(one), key(other), "{one}");
        }
        assert_ne!(key("a.md"), key("ä.md"));
    }

    #[test]
    fn litter_is_known_by_its_name() {
        for name in ["__MACOSX/inlagg/._hej.md", "a/.DS_Store", "Thumbs.db", "a/._hej.md"] {
            assert!(is_litter(name), "{name}");
        }
        assert!(!is_litter("a/thumbs.md") && !is_litter("MACOSX/a"));
    }
}
