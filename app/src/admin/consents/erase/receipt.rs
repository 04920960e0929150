//! What the person gets: that it is done. Without the story, its title and the person's name.

use crate::erasure::Erasure;
use crate::site::Settings;
use crate::time::{at_home, date_with_year, from_millis, weekday_date_year_and_time};

use super::backups::KeptBackup;

/// The receipt, paragraph by paragraph.
pub(super) struct Receipt(pub(super) Vec<String>);

impl Receipt {
    /// Writes it. `backups` are those that were made before, if the server knows where they are.
    pub(super) fn new(erasure: &Erasure, settings: &Settings, backups: Option<&[KeptBackup]>) -> Self {
        let at = at_home(from_millis(erasure.erased_at));
        let mut paragraphs = vec![
            format!(
                "{} tog {} bort det som du har bett om: {}.",
                crate::time::capitalized(&weekday_date_year_and_time(at.date(), at.time())),
                settings.name,
                erasure.in_numbers()
            ),
            "Det är borta från webbplatsens sidor, listor, flöden och sökning. Utkast, tidigare versioner och kommentarer är \
             också borta, och bilder och dokument som inget annat använder. Adressen svarar att sidan är borttagen. Ingen hos oss \
             kan ta tillbaka det."
                .to_owned(),
        ];
        paragraphs.push(match backups.map(|backups| backups.iter().filter_map(|backup| backup.gone_on).max()) {
            Some(Some(last)) => format!(
                "Det kan finnas kvar i våra säkerhetskopior till och med {}. De används bara om webbplatsen går sönder.",
                date_with_year(last)
            ),
            _ => "Det kan finnas kvar i säkerhetskopior en tid. De används bara om webbplatsen går sönder.".to_owned(),
        });
        paragraphs.push(
            "Det som andra har sparat eller delat vidare kan vi inte ta bort. Sökmotorer glömmer sidan av sig själva efter en tid."
                .to_owned(),
        );
        let contact = &settings.contact;
        let ways: Vec<_> = [&contact.name, &contact.phone, &contact.email]
            .into_iter()
            .filter(|way| !way.is_empty())
            .map(String::as_str)
            .collect();
        if !ways.is_empty() {
            paragraphs.push(format!("Har du frågor? Kontakta oss: {}.", ways.join(", ")));
        }
        Self(paragraphs)
    }

    /// Returns it as plain text for a letter.
    pub(super) fn text(&self) -> String {
        self.0.join("\n\n")
    }
}
