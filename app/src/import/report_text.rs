//! A report in words, for whoever runs the command.

use std::fmt::{Display, Formatter, Result};

use super::{Counts, Report, ReportSummary};

/// Prints the summary and what to do.
impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        writeln!(f, "{}", ReportSummary::of(self))?;
        for (part, Counts { new, changed, same, skipped }) in &self.parts {
            writeln!(
                f,
                "Av dem {part}: {new} nya, {changed} ändrade, {same} oförändrade, {skipped} överhoppade"
            )?;
        }
        let but_skipped = self.counts.but_skipped();
        match (&self.broken_off, self.is_complete(), self.is_dry_run) {
            (Some(why), _, _) => writeln!(f, "Avbrutet: {why}"),
            (None, false, _) => writeln!(
                f,
                "Inte allt kom med. Rätta det som saknas och kör igen: bara det som har ändrats läggs in."
            ),
            (None, true, true) => {
                writeln!(f, "Allt{but_skipped} kan följa med. Kör utan --dry-run för att lägga in det.")
            }
            (None, true, false) => writeln!(f, "Klart: allt{but_skipped} kom med."),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::import::{Cause, Finding, Report};

    #[test]
    fn nothing_is_done_while_something_is_missing() {
        let mut report = Report::default();
        assert!(report.to_string().ends_with("Klart: allt kom med.\n"));
        report.counts.skipped = 1;
        assert!(report.to_string().ends_with("Klart: allt utom det överhoppade kom med.\n"));
        report.findings.add(Finding::new(Cause::missing("a", "Bilden saknas"), "Resan", "bro.jpg"));
        let text = report.to_string();
        assert!(
            text.contains("\nSaknas eller går inte att ta emot\n  Bilden saknas (1)\n    Resan: bro.jpg\n"),
            "{text}"
        );
        assert!(!text.contains("Klart"), "{text}");
        assert_eq!(report.to_json()["complete"], false);
        report.broken_off = Some("Filen är avklippt.".into());
        assert!(report.to_string().ends_with("Avbrutet: Filen är avklippt.\n"));
    }
}
