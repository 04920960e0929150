//! A document as pages show it.

use leptos::prelude::*;

use super::file_name::file_name;
use super::link::{address_in_text, facts};
use super::{DocumentFileId, DocumentFormat, DocumentId};
use crate::language::Language;
use crate::paths;
use crate::text_input::line;

/// A document with the file that readers get.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Document {
    /// Id, part of its address.
    pub id: DocumentId,
    /// What it is, in words.
    pub title: String,
    /// Language of title and content.
    pub language: Language,
    /// The file's folder in the media folder.
    pub file_id: DocumentFileId,
    /// The file's name.
    pub name: String,
    /// The file's format.
    #[sqlx(try_from = "String")]
    pub format: DocumentFormat,
    /// The file's size.
    #[sqlx(try_from = "i64")]
    pub bytes: u64,
    /// How many pages it has, where that is known.
    pub pages: Option<u32>,
    /// Whether a PDF tells screen readers its structure; none for other formats.
    pub is_tagged: Option<bool>,
}

impl Document {
    /// Returns the address of the file.
    pub fn path(&self) -> String {
        paths::document(self.id, &self.name)
    }

    /// Returns the document under another title and another file name, whose ending stays that of the format.
    pub(crate) fn renamed(&self, title: &str, name: &str) -> Self {
        Self { title: line(title), name: file_name(name, self.format), ..self.clone() }
    }

    /// Returns what a link says of the file: "PDF, 1,2 MB, på engelska".
    pub fn facts(&self) -> String {
        facts(self.format, self.bytes, self.language)
    }

    /// Returns the link that a text in Markdown has to it.
    pub(crate) fn markdown(&self) -> String {
        let title = self.title.replace(['[', ']', '\\'], "");
        format!("[{title}]({})", self.address_in_text())
    }

    /// Returns the address by which a text names it, with size and language.
    pub(crate) fn address_in_text(&self) -> String {
        address_in_text(self.id, &self.name, self.bytes, self.language)
    }
}

/// The documents of a text, below it. Nothing when there are none.
#[component]
pub(crate) fn DocumentList(
    /// The documents, in their order.
    documents: Vec<Document>,
    /// The language of the text.
    language: Language,
) -> impl IntoView {
    (!documents.is_empty()).then(|| {
        view! {
            <section class="documents" aria-labelledby="dokument">
                <h2 id="dokument" lang=language.beside().lang()>{language.beside().say("Dokument", "Documents")}</h2>
                <ul>{documents.into_iter().map(|document| view! { <li>{link(&document)}</li> }).collect_view()}</ul>
            </section>
        }
    })
}

/// The link to a document, with what it is said in it.
pub(crate) fn link(document: &Document) -> impl IntoView + use<> {
    let lang = document.language.lang();
    view! {
        <a href=document.path() type=document.format.media_type() hreflang=document.language.as_str() rel="external">
            <span lang=lang dir="auto">{document.title.clone()}</span>
            {format!(" ({})", document.facts())}
        </a>
    }
}
