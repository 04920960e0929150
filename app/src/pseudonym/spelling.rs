//! The forms in which a name is written.

use std::ops::Range;

use crate::field_errors::FieldErrors;
use crate::posts::slug_of;
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
struct Spelling {
    form: String,
    instead: String,
}

/// A place in a text where the name stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) range: Range<usize>,
    pub(super) instead: String,
    /// Whether it can hardly be anything else: not a word in small letters, nor a part of a longer name.
    pub(super) is_certain: bool,
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

    /// Finds the name in words, from left to right.
    pub(super) fn find(&self, text: &str) -> Vec<Hit> {
        let spellings = self.spellings();
        let (mut hits, mut from) = (Vec::new(), 0);
        while let Some(start) = next_word(text, from) {
            let rest = text.get(start..).unwrap_or_default();
            let hit = spellings.iter().find_map(|spelling| {
                let end = start + length_of(&spelling.form, rest)?;
                Some(hit(text, start..end, spelling))
            });
            from = match hit {
                Some(hit) => {
                    let end = hit.range.end;
                    hits.push(hit);
                    end
                }
                None => start + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()),
            };
        }
        hits
    }

    /// Finds the name in an address or a file's name, where it is written in any letters, without rings and dots, and with any sign
    /// between its parts.
    pub(super) fn find_in_name(&self, text: &str) -> Vec<Hit> {
        let spellings: Vec<_> =
            self.spellings().into_iter().map(|one| (slug_of(&one.form), one.instead)).collect();
        let words = words(text);
        let folded: Vec<String> =
            words.iter().map(|word| slug_of(text.get(word.clone()).unwrap_or_default())).collect();
        let (mut hits, mut at) = (Vec::new(), 0);
        while at < words.len() {
            let found = spellings.iter().filter(|(form, _)| !form.is_empty()).find_map(|(form, instead)| {
                let parts: Vec<&str> = form.split('-').collect();
                let here = folded.get(at..at + parts.len())?;
                (here == parts).then_some((parts.len(), instead))
            });
            let length = found.map_or(1, |(length, _)| length);
            let ends = words.get(at).zip(words.get(at + length - 1));
            if let (Some((_, instead)), Some((first, last))) = (found, ends) {
                let range = first.start..last.end;
                hits.push(Hit { range, instead: instead.clone(), is_certain: true });
            }
            at += length;
        }
        hits
    }

    /// Returns the forms, longest first: the whole name, its parts, and the genitive of each.
    fn spellings(&self) -> Vec<Spelling> {
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

/// Returns where the words of a text are.
fn words(text: &str) -> Vec<Range<usize>> {
    let (mut words, mut from) = (Vec::new(), 0);
    while let Some(start) = next_word(text, from) {
        let rest = text.get(start..).unwrap_or_default();
        from = start + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        words.push(start..from);
    }
    words
}

/// Returns where the next word begins.
fn next_word(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    Some(from + rest.find(char::is_alphanumeric)?)
}

/// Returns how long a form is at the beginning of a text, in whatever letters, if a word ends there.
fn length_of(form: &str, text: &str) -> Option<usize> {
    let mut rest = text.char_indices();
    for wanted in form.chars() {
        let (_, c) = rest.next()?;
        if c != wanted && !c.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    let end = rest.next();
    end.is_none_or(|(_, c)| !c.is_alphanumeric()).then(|| end.map_or(text.len(), |(at, _)| at))
}

fn hit(text: &str, range: Range<usize>, spelling: &Spelling) -> Hit {
    let found = text.get(range.clone()).unwrap_or_default();
    let is_loud =
        found.chars().filter(|c| c.is_alphabetic()).count() > 1 && !found.contains(char::is_lowercase);
    let is_as_given = found == spelling.form;
    let before = text.get(..range.start).and_then(|text| text.chars().next_back());
    let after = text.get(range.end..).and_then(|text| text.chars().next());
    let is_joined = [before, after].into_iter().flatten().any(|c| matches!(c, '-' | '_' | '@'));
    let instead =
        if is_loud && !is_as_given { spelling.instead.to_uppercase() } else { spelling.instead.clone() };
    Hit { range, instead, is_certain: (is_as_given || is_loud) && !is_joined }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names(name: &str, instead: &str) -> Names {
        Names::read(name, instead).unwrap()
    }

    /// What a text is when every certain hit is exchanged.
    fn exchanged(names: &Names, text: &str) -> String {
        let mut exchanged = text.to_owned();
        for hit in names.find(text).into_iter().rev().filter(|hit| hit.is_certain) {
            exchanged.replace_range(hit.range, &hit.instead);
        }
        exchanged
    }

    #[test]
    fn a_name_and_its_genitive_are_exchanged() {
        let anna = names("Anna", "Maria");
        for (text, expected) in [
            ("Anna bor här.", "Maria bor här."),
            ("Det är Annas bok, sade Anna.", "Det är Marias bok, sade Maria."),
            ("ANNA och ANNAS", "MARIA och MARIAS"),
            ("(Anna), \"Anna\" och *Anna*", "(Maria), \"Maria\" och *Maria*"),
            ("Hanna, Annan, Annamaria och Johanna", "Hanna, Annan, Annamaria och Johanna"),
            ("anna och Anna-Lena", "anna och Anna-Lena"),
        ] {
            assert_eq!(exchanged(&anna, text), expected, "{text}");
        }
        assert_eq!(exchanged(&names("Klas", "Björn"), "Klas bror"), "Björn bror");
        assert_eq!(exchanged(&names("Björn", "Klas"), "Björns bror"), "Klas bror");
        assert_eq!(exchanged(&names("Åsa", "Eva"), "ÅSA och Åsas"), "EVA och Evas");
        assert_eq!(exchanged(&names("مريم", "سارة"), "قالت مريم هذا"), "قالت سارة هذا");
    }

    #[test]
    fn what_may_be_something_else_is_found_and_left_to_choose() {
        for (name, text) in
            [("Linn", "linn"), ("Anna", "Anna-Lena"), ("Anna", "anna@exempel.se"), ("Anna", "anna")]
        {
            let hits = names(name, "Maria").find(text);
            assert_eq!(hits.iter().map(|hit| hit.is_certain).collect::<Vec<_>>(), [false], "{text}");
        }
    }

    #[test]
    fn a_name_of_several_parts_is_found_whole_and_in_parts() {
        let whole = names("Anna Lind", "Maria Ek");
        assert_eq!(
            exchanged(&whole, "Anna Lind. Anna! Linds hund, Anna Linds katt."),
            "Maria Ek. Maria! Eks hund, Maria Eks katt."
        );
        let one = names("Anna Lind", "Maria");
        assert_eq!(exchanged(&one, "Anna Lind och Anna"), "Maria och Maria");
        let von = names("Carl von Essen", "Nils");
        assert_eq!(exchanged(&von, "En gåva von oben till Essen"), "En gåva von oben till Nils");
    }

    #[test]
    fn in_addresses_and_names_of_files_letters_have_no_rings() {
        let names = names("Åsa Lind", "Eva Ek");
        let found = |text: &str| {
            let mut renamed = text.to_owned();
            for hit in names.find_in_name(text).into_iter().rev() {
                renamed.replace_range(hit.range, &hit.instead);
            }
            renamed
        };
        for (name, expected) in [
            ("asas-resa", "Evas-resa"),
            ("om-asa-lind", "om-Eva Ek"),
            ("IMG_ÅSA.LIND_2.jpg", "IMG_Eva Ek_2.jpg"),
            ("vasa", "vasa"),
            ("asar-linda", "asar-linda"),
            ("", ""),
            ("--", "--"),
        ] {
            assert_eq!(found(name), expected, "{name}");
        }
    }

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

    proptest! {
        #[test]
        fn nothing_else_is_touched(text in "\\PC{0,40}", name in "[A-ZÅÄÖa-zåäö]{2,6}( [A-Z][a-z]{1,4})?") {
            let names = names(&name, "Qvxz");
            let mut last = 0;
            for hit in names.find(&text) {
                prop_assert!(hit.range.start >= last && hit.range.end > hit.range.start);
                prop_assert!(text.is_char_boundary(hit.range.start) && text.is_char_boundary(hit.range.end));
                last = hit.range.end;
            }
            for hit in names.find_in_name(&text) {
                prop_assert!(text.get(hit.range).is_some());
            }
        }

        #[test]
        fn no_certain_name_is_left(before in "[a-z ,.]{0,9}", name in "[A-Z][a-z]{2,6}", after in "[ ,.!?)]{1,3}") {
            let names = names(&name, "Qvxzi");
            prop_assume!(!before.ends_with(char::is_alphanumeric));
            let text = format!("{before}{name}{after}");
            prop_assert!(!exchanged(&names, &text).contains(&name));
        }
    }
}
