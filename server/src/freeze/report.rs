//! What was written and what was not, in Swedish for the one who keeps the site.

use std::fmt;
use std::path::PathBuf;

/// The outcome.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Where the files are.
    pub out: PathBuf,
    /// How many pages there are, those of closed doors among them.
    pub pages: u64,
    /// How many of them are of closed doors.
    pub closed_doors: u64,
    /// How many files there are, pages and all.
    pub files: u64,
    /// How large they are together.
    pub bytes: u64,
    /// How many texts the search finds.
    pub searchable: usize,
    /// How many addresses lead on.
    pub redirects: usize,
    /// How many of them no web server's map can say.
    pub impossible_redirects: usize,
    /// How many addresses are gone.
    pub gone: usize,
    /// How many links only a running site could follow; their words are still there.
    pub removed_links: u64,
    /// Whether the site has an address of its own.
    pub has_address: bool,
    /// Links that lead nowhere, each with a page that has it.
    pub broken: Vec<(String, String)>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Webbplatsen är fryst i {}.", self.out.display())?;
        writeln!(f, "Sidor: {}, varav {} stängda luckor.", self.pages, self.closed_doors)?;
        writeln!(f, "Filer: {}, tillsammans {}.", self.files, size(self.bytes))?;
        writeln!(f, "Texter som sökningen hittar: {}.", self.searchable)?;
        writeln!(f, "Adresser som leder vidare: {}. Borttagna adresser: {}.", self.redirects, self.gone)?;
        if self.impossible_redirects > 0 {
            writeln!(
                f,
                "Gamla adresser som webbservrarnas listor inte klarar: {}. De står sist i varje lista.",
                self.impossible_redirects
            )?;
        }
        writeln!(
            f,
            "Utelämnat: det som inte är öppet för alla, personalens sidor ({} länkar), formulär, nedräkningar, \
             \"Spara som bild\", appens manifest och programmet som laddar sidor i webbläsaren.",
            self.removed_links
        )?;
        if !self.has_address {
            writeln!(
                f,
                "Webbplatsen har ingen egen adress i inställningarna. Därför saknas bild vid delning, och flödenas \
                 länkar gäller bara om filerna ligger överst på webbservern."
            )?;
        }
        if self.broken.is_empty() {
            return write!(f, "Alla länkar inom webbplatsen leder rätt.");
        }
        write!(f, "Trasiga länkar: {}. Rätta dem i texterna och frys igen i en ny mapp.", self.broken.len())?;
        self.broken.iter().try_for_each(|(link, page)| write!(f, "\n  {link} på {page}"))
    }
}

/// Returns a size in words: "34 MB".
fn size(bytes: u64) -> String {
    match bytes {
        0..10_000 => format!("{bytes} byte"),
        10_000..10_000_000 => format!("{} kB", bytes / 1000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_links_are_listed_with_their_page() {
        let report = Report { broken: vec![("/borta".into(), "/om".into())], ..Report::default() };
        let text = report.to_string();
        assert!(text.contains("Trasiga länkar: 1.") && text.ends_with("\n  /borta på /om"), "{text}");
        assert!(Report::default().to_string().ends_with("leder rätt."));
    }
}
