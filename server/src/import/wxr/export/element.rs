//! Elements of an export. All that hold no others are texts, whatever stands in them.

use quick_xml::events::BytesStart;

/// An element that is complete.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Element {
    pub(in super::super) name: String,
    pub(in super::super) attributes: Vec<(String, String)>,
    /// Its text: sections of character data as they stand, other text without the white space around it.
    pub(in super::super) text: String,
    pub(in super::super) children: Vec<Element>,
}

impl Element {
    /// Returns the text of a child; empty without one.
    pub(in super::super) fn child(&self, name: &str) -> &str {
        self.children
            .iter()
            .find(|child| child.name == name)
            .map(|child| child.text.trim())
            .unwrap_or_default()
    }

    /// Returns an attribute; empty without one.
    pub(in super::super) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| &**value).unwrap_or_default()
    }
}

/// An element whose end has not come yet.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// Its text in pieces, each with whether it is character data.
    pieces: Vec<(String, bool)>,
    pub(super) children: Vec<Element>,
}

/// How many attributes an element may have: none of an export has more than two.
const MOST_ATTRIBUTES: usize = 32;

impl Open {
    pub(super) fn new(name: &str, start: &BytesStart<'_>) -> Self {
        let attributes = if matches!(name, "rss" | "rdf:RDF") {
            Vec::new()
        } else {
            let mut attributes = start.html_attributes();
            let read = attributes.with_checks(false).take(MOST_ATTRIBUTES).filter_map(Result::ok);
            read.map(|attribute| {
                let value: &str = &attribute.value;
                (attribute.key.as_ref().to_owned(), html_escape::decode_html_entities(value).into_owned())
            })
            .collect()
        };
        Self { name: name.to_owned(), attributes, pieces: Vec::new(), children: Vec::new() }
    }

    /// Whether it holds elements. Everything else is a text.
    pub(super) fn is_container(&self) -> bool {
        matches!(
            &*self.name,
            "rss"
                | "rdf:RDF"
                | "channel"
                | "item"
                | "image"
                | "wp:author"
                | "wp:category"
                | "wp:tag"
                | "wp:term"
                | "wp:termmeta"
                | "wp:postmeta"
                | "wp:comment"
                | "wp:commentmeta"
        )
    }

    pub(super) fn push(&mut self, text: &str, is_data: bool) {
        if self.is_container() {
            return;
        }
        match self.pieces.last_mut() {
            Some((last, last_is_data)) if *last_is_data == is_data => last.push_str(text),
            _ => self.pieces.push((text.to_owned(), is_data)),
        }
    }

    /// Returns the complete element. Line breaks are `\n`, as everywhere in XML.
    pub(super) fn close(self) -> Element {
        let Self { name, attributes, mut pieces, children } = self;
        let has_data = pieces.iter().any(|(_, is_data)| *is_data);
        // Between sections of character data there is nothing but the white space of whoever wrote the file.
        pieces.retain(|(text, is_data)| *is_data || !has_data || !text.trim().is_empty());
        if let Some((first, false)) = pieces.first_mut() {
            *first = first.trim_start().to_owned();
        }
        if let Some((last, false)) = pieces.last_mut() {
            last.truncate(last.trim_end().len());
        }
        let text: String = pieces.into_iter().map(|(text, _)| text).collect();
        let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
        Element { name, attributes, text, children }
    }
}
