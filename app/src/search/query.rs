//! The rule of what is searched for: whatever a visitor types is text, never a query language.

use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization as _;

/// How many characters of what was typed count.
pub(super) const LONGEST: usize = 200;

/// Signs that begin and end a phrase, as keyboards and word processors write them.
const QUOTATION_MARKS: [char; 5] = ['"', '”', '“', '„', '»'];

/// What to search for. All its terms must be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query {
    /// What was typed, as far as it counts.
    pub(super) text: String,
    /// Whether more was typed.
    pub(super) is_cut: bool,
    /// What to look for, each only once. The last one may be the beginning of a word.
    pub(super) terms: Vec<Term>,
}

/// A word, or a phrase whose words stand in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// Its words, with a space in between; nothing but letters and digits.
    pub(super) words: String,
    /// Whether it stood in quotation marks, and means exactly what it says.
    pub(super) is_phrase: bool,
}

/// What finds texts that hold every word that was typed, in the index's language. `None`: there is no word in it.
pub(crate) fn expression(typed: &str) -> Option<String> {
    let query = Query::read(typed);
    (!query.terms.is_empty()).then(|| query.all())
}

impl Query {
    /// Reads what was typed. Words are letters and digits; all other signs separate.
    pub(super) fn read(typed: &str) -> Self {
        let text: String = typed.nfc().take(LONGEST).collect();
        let mut terms = Vec::new();
        for (number, part) in text.split(QUOTATION_MARKS).enumerate() {
            let words = part.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
            // Every other part stands between quotation marks, also while the last one is not typed yet.
            if number % 2 == 1 {
                add(&mut terms, Term { words: words.collect::<Vec<_>>().join(" "), is_phrase: true });
            } else {
                words.for_each(|word| add(&mut terms, Term { words: word.to_owned(), is_phrase: false }));
            }
        }
        let is_cut = typed.nfc().nth(LONGEST).is_some();
        Self { text: text.trim().to_owned(), is_cut, terms }
    }

    /// The query in other words.
    pub(super) fn with_terms(&self, terms: Vec<Term>) -> Self {
        let text = terms.iter().map(Term::as_typed).collect::<Vec<_>>().join(" ");
        Self { text, is_cut: self.is_cut, terms }
    }

    /// The query for exactly what was typed, with no help in spelling.
    pub(super) fn exactly(&self) -> String {
        let exact = |term: &Term| format!("\"{}\"", term.words);
        self.terms.iter().map(exact).collect::<Vec<_>>().join(" ")
    }

    /// What finds posts that hold every term, in the index's language.
    pub(super) fn all(&self) -> String {
        self.joined(" ")
    }

    /// What finds posts that hold every term in some of these columns.
    pub(super) fn all_in(&self, columns: &str) -> String {
        format!("{{{columns}}} : ({})", self.joined(" "))
    }

    /// What finds posts that hold at least one term in some of these columns.
    pub(super) fn any_in(&self, columns: &str) -> String {
        format!("{{{columns}}} : ({})", self.joined(" OR "))
    }

    fn joined(&self, sign: &str) -> String {
        let mut expression = String::new();
        for (number, term) in self.terms.iter().enumerate() {
            let before = if number == 0 { "" } else { sign };
            let star = if number + 1 == self.terms.len() && term.may_go_on() { "*" } else { "" };
            // Nothing in the words means anything inside quotation marks. Writing to a string does not fail.
            _ = write!(expression, "{before}\"{}\"{star}", term.words);
        }
        expression
    }
}

impl Term {
    /// Whether it may be the beginning of a longer word: one letter begins nearly everything.
    fn may_go_on(&self) -> bool {
        self.words.chars().nth(1).is_some()
    }

    fn as_typed(&self) -> String {
        if self.is_phrase { format!("\"{}\"", self.words) } else { self.words.clone() }
    }
}

fn add(terms: &mut Vec<Term>, term: Term) {
    // A word typed twice counts where it was typed last, for the last one may still grow.
    terms.retain(|known| *known != term);
    if !term.words.is_empty() {
        terms.push(term);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(typed: &str) -> String {
        Query::read(typed).all()
    }

    #[test]
    fn words_must_all_be_there_and_the_last_may_go_on() {
        assert_eq!(all("små steg"), r#""små" "steg"*"#);
        assert_eq!(all("  guldkorn  "), r#""guldkorn"*"#);
        assert_eq!(all("mod steg mod"), r#""steg" "mod"*"#);
        assert_eq!(all("steg i"), r#""steg" "i""#);
    }

    #[test]
    fn phrases_are_kept_in_whatever_quotation_marks() {
        for typed in ["\"små steg\" mod", "”små steg” mod", "„små steg“ mod", "»små  steg» mod"]
        {
            assert_eq!(all(typed), r#""små steg" "mod"*"#, "{typed}");
        }
        assert_eq!(all("\"små st"), r#""små st"*"#, "while typing");
        assert_eq!(Query::read("mod gulkorn").exactly(), r#""mod" "gulkorn""#);
    }

    #[test]
    fn signs_only_separate() {
        assert_eq!(all("case-manager"), r#""case" "manager"*"#);
        assert_eq!(all("mod* NEAR(a, b) title:x ^y -z"), r#""mod" "NEAR" "a" "b" "title" "x" "y" "z""#);
        for typed in ["", " ", "?!.,–", "\"", "\"\"", "🙂", "\0", "* ^ : ( ) { } -"] {
            assert!(Query::read(typed).terms.is_empty(), "{typed:?}");
        }
    }

    #[test]
    fn two_hundred_characters_count() {
        let long = Query::read(&"å".repeat(1_000));
        assert_eq!((long.text.chars().count(), long.is_cut), (200, true));
        assert!(!Query::read(&"å".repeat(200)).is_cut);
        assert_eq!(Query::read("O\u{308}ppet").text, "Öppet", "a letter and its dots, typed one by one");
    }
}
