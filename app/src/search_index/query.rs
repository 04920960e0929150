//! How a visitor's words become a query: whatever is typed is text, never a query language.

use std::fmt::Write as _;

use super::words;
use crate::text_input::normalize;

/// Length in characters after which a query is cut.
pub(crate) const MAX_LENGTH: usize = 200;

/// Characters that begin and end a phrase, as keyboards and word processors write them.
const QUOTATION_MARKS: [char; 5] = ['"', '”', '“', '„', '»'];

/// A query. It finds posts that hold all its terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Query {
    /// The text of the query, cut to [`MAX_LENGTH`].
    pub(crate) text: String,
    /// Whether the text was cut.
    pub(crate) is_cut: bool,
    /// The terms, each only once. The last one may be the beginning of a word.
    pub(crate) terms: Vec<Term>,
}

/// A word, or a phrase: words that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// The words, with a space in between; nothing but letters and digits.
    pub(crate) words: String,
    /// Whether the term was in quotation marks, so that its spelling is never corrected.
    pub(crate) is_phrase: bool,
}

/// Returns the FTS5 expression that finds posts with all words of a text; `None` when there is no word in it.
pub(crate) fn match_expression(text: &str) -> Option<String> {
    let query = Query::parse(text);
    (!query.terms.is_empty()).then(|| query.match_all())
}

impl Query {
    /// Parses a visitor's text. Words are letters and digits; all other characters separate them.
    pub(crate) fn parse(typed: &str) -> Self {
        let typed = words::without_points(&normalize(typed)).into_owned();
        let text: String = typed.chars().take(MAX_LENGTH).collect();
        let mut terms = Vec::new();
        for (number, part) in text.split(QUOTATION_MARKS).enumerate() {
            let words = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            // Every other part is between quotation marks, also while the closing one is not typed yet.
            if number % 2 == 1 {
                add(&mut terms, Term { words: words.collect::<Vec<_>>().join(" "), is_phrase: true });
            } else {
                words.for_each(|word| add(&mut terms, Term { words: word.to_owned(), is_phrase: false }));
            }
        }
        let is_cut = typed.chars().nth(MAX_LENGTH).is_some();
        Self { text: text.trim().to_owned(), is_cut, terms }
    }

    /// Returns the query with other terms.
    pub(crate) fn with_terms(&self, terms: Vec<Term>) -> Self {
        let text = terms.iter().map(Term::to_text).collect::<Vec<_>>().join(" ");
        Self { text, is_cut: self.is_cut, terms }
    }

    /// Returns a text that searches for the same terms without correction of spelling.
    pub(crate) fn exactly(&self) -> String {
        let exact = |term: &Term| format!("\"{}\"", term.words);
        self.terms.iter().map(exact).collect::<Vec<_>>().join(" ")
    }

    /// Returns the FTS5 expression that finds posts with all terms.
    pub(crate) fn match_all(&self) -> String {
        self.joined(" ")
    }

    /// Returns the FTS5 expression that finds posts with all terms in these columns.
    pub(crate) fn match_all_in(&self, columns: &str) -> String {
        format!("{{{columns}}} : ({})", self.joined(" "))
    }

    /// Returns the FTS5 expression that finds posts with at least one term in these columns.
    pub(crate) fn match_any_in(&self, columns: &str) -> String {
        format!("{{{columns}}} : ({})", self.joined(" OR "))
    }

    fn joined(&self, operator: &str) -> String {
        let mut expression = String::new();
        for (number, term) in self.terms.iter().enumerate() {
            let before = if number == 0 { "" } else { operator };
            let star = if number + 1 == self.terms.len() && term.may_be_prefix() { "*" } else { "" };
            // Inside quotation marks nothing in the words is an operator. Writing to a string does not fail.
            _ = write!(expression, "{before}\"{}\"{star}", term.words);
        }
        expression
    }
}

impl Term {
    /// Returns whether the term may be the beginning of a longer word: one letter begins nearly everything.
    fn may_be_prefix(&self) -> bool {
        self.words.chars().nth(1).is_some()
    }

    fn to_text(&self) -> String {
        if self.is_phrase { format!("\"{}\"", self.words) } else { self.words.clone() }
    }
}

fn add(terms: &mut Vec<Term>, term: Term) {
    // A word typed twice counts where it was typed last, because the last one may be a prefix.
    terms.retain(|known| *known != term);
    if !term.words.is_empty() {
        terms.push(term);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn match_all(typed: &str) -> String {
        Query::parse(typed).match_all()
    }

    #[test]
    fn all_words_are_required_and_the_last_may_be_a_prefix() {
        assert_eq!(match_all("små steg"), r#""små" "steg"*"#);
        assert_eq!(match_all("  guldkorn  "), r#""guldkorn"*"#);
        assert_eq!(match_all("mod steg mod"), r#""steg" "mod"*"#);
        assert_eq!(match_all("steg i"), r#""steg" "i""#);
    }

    #[test]
    fn any_quotation_marks_make_a_phrase() {
        for typed in ["\"små steg\" mod", "”små steg” mod", "„små steg“ mod", "»små  steg» mod"]
        {
            assert_eq!(match_all(typed), r#""små steg" "mod"*"#, "{typed}");
        }
        assert_eq!(match_all("\"små st"), r#""små st"*"#, "while typing");
        assert_eq!(Query::parse("mod gulkorn").exactly(), r#""mod" "gulkorn""#);
    }

    #[test]
    fn all_other_characters_only_separate() {
        assert_eq!(match_all("case-manager"), r#""case" "manager"*"#);
        assert_eq!(match_all("mod* NEAR(a, b) title:x ^y -z"), r#""mod" "NEAR" "a" "b" "title" "x" "y" "z""#);
        for typed in ["", " ", "?!.,–", "\"", "\"\"", "🙂", "\0", "* ^ : ( ) { } -"] {
            assert!(Query::parse(typed).terms.is_empty(), "{typed:?}");
        }
    }

    #[test]
    fn longer_queries_are_cut() {
        let long = Query::parse(&"å".repeat(1_000));
        assert_eq!((long.text.chars().count(), long.is_cut), (200, true));
        assert!(!Query::parse(&"å".repeat(200)).is_cut);
        assert_eq!(Query::parse("O\u{308}ppet").text, "Öppet", "a letter and its dots, typed one by one");
    }
}
