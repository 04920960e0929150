//! The forms in which a name is written.

use crate::field_errors::FieldErrors;
use crate::text_input::line;

/// The longest name, in characters.
pub(crate) const LONGEST_NAME: usize = 80;
/// How many parts of a name are looked for by themselves.
const MOST_PARTS: usize = 6;

/// A name, and the one that is to stand instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Names {
    name: String,
    instead: String,
}

/// A form of a name, and what stands instead of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelling {
    pub(super) form: String,
    pub(super) instead: String,
}

impl Names {
    /// Reads the names as they were typed.
    ///
    /// # Errors
    /// The message for each field that is wrong.
    pub(crate) fn read(name: &str, instead: &str) -> Result<Self, FieldErrors> {
        let (name, instead) = (line(name), line(instead));
        let mut errors = FieldErrors::default();
        for (field, text, empty) in [
            ("name", &name, "Skriv namnet som ska bort."),
            ("instead", &instead, "Skriv vad personen ska heta i stället."),
        ] {
            if !text.contains(char::is_alphanumeric) {
                errors.add(field, empty);
            } else if text.chars().count() > LONGEST_NAME {
                errors.add(field, format!("Korta namnet till högst {LONGEST_NAME} tecken."));
            }
        }
        if errors.is_empty() && name == instead {
            errors.add("instead", "Det är samma namn. Skriv ett annat.");
        }
        if errors.is_empty() { Ok(Self { name, instead }) } else { Err(errors) }
    }

    /// Returns the name that is exchanged.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Returns the one that stands instead.
    pub(crate) fn instead(&self) -> &str {
        &self.instead
    }

    /// Returns the forms, longest first: the whole name, its parts, and the genitive of each.
    pub(super) fn spellings(&self) -> Vec<Spelling> {
        let parts: Vec<&str> = self.name.split_whitespace().collect();
        let others: Vec<&str> = self.instead.split_whitespace().collect();
        let mut names = vec![(self.name.as_str(), self.instead.as_str())];
        // "von" and "af" are in too many names, and in too many sentences.
        let is_name = |part: &str| part.chars().count() > 1 && !part.starts_with(char::is_lowercase);
        if parts.len() > 1 {
            let whole = self.instead.as_str();
            names.extend(parts.iter().enumerate().take(MOST_PARTS).filter(|(_, part)| is_name(part)).map(
                |(at, part)| {
                    (*part, others.get(at).copied().filter(|_| others.len() == parts.len()).unwrap_or(whole))
                },
            ));
        }
        let mut spellings: Vec<Spelling> = names
            .into_iter()
            .flat_map(|(name, instead)| {
                [(name.to_owned(), instead.to_owned()), (genitive(name), genitive(instead))]
            })
            .map(|(form, instead)| Spelling { form, instead })
            .collect();
        spellings.sort_by_key(|spelling| std::cmp::Reverse(spelling.form.chars().count()));
        spellings
    }
}

/// Returns the Swedish genitive of a name: "Annas", and "Klas" as it is (Språkrådet, Svenska skrivregler, names that end in an
/// s sound).
fn genitive(name: &str) -> String {
    let has_s = name.chars().next_back().is_some_and(|c| matches!(c, 's' | 'x' | 'z' | 'S' | 'X' | 'Z'));
    if has_s { name.to_owned() } else { format!("{name}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_say_nothing_are_refused() {
        let fields = |name: &str, instead: &str| {
            Names::read(name, instead)
                .unwrap_err()
                .iter()
                .map(|(field, _)| field.to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(fields("", " – "), ["name", "instead"]);
        assert_eq!(fields("Anna", "Anna "), ["instead"]);
        assert_eq!(fields(&"a".repeat(LONGEST_NAME + 1), "Maria"), ["name"]);
    }
}
