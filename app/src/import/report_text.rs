//! A report in words, for whoever runs the command.

use std::fmt::{Display, Formatter, Result};

use super::finding::Group;
use super::{Cause, Counts, Report, Weight};

/// Prints the report as plain lines: the numbers first, what is missing next, then what to look at.
impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Counts { new, changed, same, skipped } = self.counts;
        if self.is_dry_run {
            writeln!(f, "Provkörning: inget har sparats.\n")?;
        }
        writeln!(f, "{new} nya, {changed} ändrade, {same} oförändrade, {skipped} överhoppade")?;
        if new + changed > 0 {
            writeln!(f, "{} publiceras, {} blir utkast", self.published, self.drafts.values().sum::<u64>())?;
        }
        for (reason, count) in &self.drafts {
            writeln!(f, "  {count} utkast: {}", reason.in_words())?;
        }
        let Self { pictures, documents, redirects, .. } = self;
        writeln!(
            f,
            "{pictures} nya bilder, {documents} nya dokument, {redirects} gamla adresser som leder vidare"
        )?;
        let (source, here) = self.characters;
        if source > 0 {
            writeln!(f, "Text: {source} tecken i källan, {here} tecken här")?;
        }
        section(f, "Överhoppat", self.skipped.groups())?;
        for (heading, weight) in [
            ("Saknas eller går inte att ta emot", Weight::Missing),
            ("Titta på det här", Weight::Look),
            ("Bra att veta", Weight::Note),
        ] {
            section(f, heading, self.findings.groups().filter(|(cause, _)| cause.weight == weight))?;
        }
        writeln!(f)?;
        match (&self.broken_off, self.is_complete(), self.is_dry_run) {
            (Some(why), _, _) => writeln!(f, "Avbrutet: {why}"),
            (None, false, _) => writeln!(
                f,
                "Inte allt kom med. Rätta det som saknas och kör igen: bara det som har ändrats läggs in."
            ),
            (None, true, true) => writeln!(f, "Allt kan följa med. Kör utan --dry-run för att lägga in det."),
            (None, true, false) => writeln!(f, "Klart: allt kom med."),
        }
    }
}

fn section<'a>(
    f: &mut Formatter<'_>,
    heading: &str,
    groups: impl Iterator<Item = (&'a Cause, &'a Group)>,
) -> Result {
    for (at, (cause, group)) in groups.enumerate() {
        if at == 0 {
            writeln!(f, "\n{heading}")?;
        }
        writeln!(f, "  {} ({})", cause.words, group.count)?;
        for (item, detail) in &group.examples {
            let sign = if item.is_empty() || detail.is_empty() { "" } else { ": " };
            writeln!(f, "    {item}{sign}{detail}")?;
        }
        let more = group.count.saturating_sub(group.examples.len() as u64);
        if more > 0 {
            writeln!(f, "    … och {more} till")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::import::{Cause, Finding, Report};

    #[test]
    fn nothing_is_done_while_something_is_missing() {
        let mut report = Report::default();
        assert!(report.to_string().ends_with("Klart: allt kom med.\n"));
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
