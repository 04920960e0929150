//! The address of the list, which says what of it somebody wants to see.

use crate::documents::store::Filter;
use crate::paths;
use crate::posts::PostId;
use crate::text_input::line;

/// How many characters of what is searched for count.
const MAX_WORDS: usize = 200;

/// Filter, words and page of the list, as its address has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DocumentsQuery {
    pub(super) filter: Filter,
    /// The page of the list, from 1.
    pub(super) page: u32,
    /// The post for which somebody chooses a document.
    pub(super) text: Option<PostId>,
}

impl DocumentsQuery {
    /// Parses the query of an address. What means nothing is ignored.
    pub(super) fn parse(query: &str) -> Self {
        let value = |name: &str| {
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            pairs.find(|(known, _)| known == name).map(|(_, value)| line(&value)).unwrap_or_default()
        };
        let shown = value("visa");
        let filter = Filter {
            words: value("q").chars().take(MAX_WORDS).collect(),
            unused: shown == "oanvanda",
            bin: shown == "papperskorgen",
        };
        let page = value("sida").parse().unwrap_or(1).max(1);
        Self { filter, page, text: value("text").parse().ok().filter(|text| *text != PostId::NONE) }
    }

    /// Returns the word in the address for which documents are shown.
    pub(super) const fn shown(&self) -> &'static str {
        match (self.filter.unused, self.filter.bin) {
            (_, true) => "papperskorgen",
            (true, false) => "oanvanda",
            (false, false) => "",
        }
    }

    /// Returns the address of the first page.
    pub(super) fn address(&self) -> String {
        let text = self.text.map(|text| text.to_string()).unwrap_or_default();
        let mut query = form_urlencoded::Serializer::new(String::new());
        let pairs = [("q", &*self.filter.words), ("visa", self.shown()), ("text", &*text)];
        for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        match query.finish().as_str() {
            "" => paths::STAFF_DOCUMENTS.to_owned(),
            query => format!("{}?{query}", paths::STAFF_DOCUMENTS),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_back() {
        let query = DocumentsQuery::parse("q=%C3%A5rs%20rapport&visa=oanvanda&text=7&sida=2");
        assert_eq!((&*query.filter.words, query.page, query.text), ("års rapport", 2, Some(PostId(7))));
        let again = DocumentsQuery::parse(query.address().split_once('?').unwrap().1);
        assert_eq!(again, DocumentsQuery { page: 1, ..query });
        assert_eq!(DocumentsQuery::parse("visa=x&sida=0&text=y").address(), "/admin/dokument");
    }
}
