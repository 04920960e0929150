//! Where a name stands in a text, an address or a file's name.

use std::ops::Range;

use super::spelling::{Names, Spelling};
use crate::posts::slug_of;

/// A place in a text where the name stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) range: Range<usize>,
    pub(super) instead: String,
    /// Whether it can hardly be anything else: not a word in small letters, nor a part of a longer name.
    pub(super) is_certain: bool,
}

impl Names {
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
