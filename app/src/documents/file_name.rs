//! Names of files: as their sender named them, without what an address, a disk or a mail program would stumble over.

use super::DocumentFormat;
use crate::text_input::line;

/// The longest name without its ending, in bytes: 40 letters of most alphabets. Disks take 255 bytes.
const LONGEST: usize = 80;
/// The name of a file whose own holds nothing that can be kept.
const FALLBACK: &str = "dokument";
/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Returns the name under which a file is served. Letters of every alphabet stay; everything else but digits, `_` and `.`
/// becomes a hyphen. The ending is the format's, whatever was sent.
pub(crate) fn file_name(sent: &str, format: DocumentFormat) -> String {
    let words = clean(stem(sent));
    let words = if words.is_empty() { FALLBACK } else { &words };
    format!("{words}.{}", format.extension())
}

/// Returns a title made of a file's name, for a document that was sent without one.
pub(crate) fn title_of(sent: &str) -> String {
    let words = line(stem(sent)).replace(['_', '-', '.'], " ");
    let title = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() { "Dokument".to_owned() } else { title.chars().take(100).collect() }
}

/// Whether a title says no more than the name that a scanner or a camera gives: `Scan 0012`, `rapport_v2.pdf`.
pub(crate) fn says_little(title: &str) -> bool {
    let letters = title.chars().filter(|c| c.is_alphabetic()).count();
    let digits = title.chars().filter(char::is_ascii_digit).count();
    let has_ending = DocumentFormat::ALL.iter().any(|format| {
        title.to_lowercase().strip_suffix(format.extension()).is_some_and(|stem| stem.ends_with('.'))
    });
    has_ending || title.contains('_') || letters < 8 && digits >= 3
}

/// Returns a sent name without its folders, on whatever system, and without its ending.
fn stem(sent: &str) -> &str {
    let name = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.chars().count() <= 5 => stem,
        _ => name,
    }
}

fn clean(stem: &str) -> String {
    let mut clean = String::new();
    for c in line(stem).chars() {
        let c = if c.is_alphanumeric() || is_mark(c) || matches!(c, '_' | '.') { c } else { '-' };
        let is_repeated = matches!(c, '-' | '.') && clean.ends_with(['-', '.']);
        if clean.len() + c.len_utf8() > LONGEST {
            break;
        }
        if !is_repeated {
            clean.push(c);
        }
    }
    let clean = clean.trim_matches(['-', '.', '_']);
    let first = clean.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_device = DEVICES.contains(&first.trim_end_matches(|c: char| c.is_ascii_digit()));
    if is_device { format!("{FALLBACK}-{clean}") } else { clean.to_owned() }
}

/// Whether a character belongs to the letter before it, as vowels do in Thai and Amharic's neighbours.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_keeps_its_letters_and_nothing_else() {
        for (sent, name) in [
            ("Årsrapport 2025.pdf", "Årsrapport-2025.pdf"),
            ("A\u{30a}rsrapport.PDF", "Årsrapport.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Users\\Anna\\Mål och medel (slutlig).docx", "Mål-och-medel-slutlig.pdf"),
            ("rapport.pdf.exe", "rapport.pdf.pdf"),
            ("تقرير سنوي.pdf", "تقرير-سنوي.pdf"),
            ("รายงาน.pdf", "รายงาน.pdf"),
            ("rapport\u{202e}fdp.exe", "rapportfdp.pdf"),
            ("a\r\nset-cookie: x.pdf", "a-set-cookie-x.pdf"),
            ("\"><script>alert(1)</script>.pdf", "script.pdf"),
            ("...", "dokument.pdf"),
            (".htaccess", "htaccess.pdf"),
            ("", "dokument.pdf"),
            ("CON.pdf", "dokument-CON.pdf"),
            ("com1.txt", "dokument-com1.pdf"),
            ("a%2f..%2fb;x=1.pdf", "a-2f.2fb-x-1.pdf"),
        ] {
            assert_eq!(file_name(sent, DocumentFormat::Pdf), name, "{sent:?}");
        }
        assert_eq!(file_name(&"å".repeat(300), DocumentFormat::Csv).len(), 84);
    }

    #[test]
    fn a_title_comes_from_the_name() {
        assert_eq!(title_of("C:\\mapp\\Mål_och-medel.v2.docx"), "Mål och medel v2");
        assert_eq!(title_of(".."), "Dokument");
        assert!(says_little("Scan 0012") && says_little("Rapport.PDF") && says_little("mål_och_medel"));
        assert!(!says_little("Årsrapport 2025") && !says_little("Så gick det"));
    }

    proptest! {
        #[test]
        fn no_name_leaves_its_folder_or_its_header(sent in ".{0,300}") {
            let name = file_name(&sent, DocumentFormat::Pdf);
            prop_assert!(name.strip_suffix(".pdf").is_some() && name.len() <= 100 && !name.starts_with('.'));
            prop_assert!(!name.contains(|c: char| c.is_control() || c.is_whitespace() || "/\\:;\"'<>?%*|#&".contains(c)));
            prop_assert!(!name.contains(".."));
        }
    }
}
