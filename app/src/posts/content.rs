//! What a writer decides about a post: the one description of its fields, from the form to what the history calls them.
//! Their columns are in `store/content.rs`.

use serde::{Deserialize, Serialize};

use super::store::UNTITLED;
use super::tags::parse_names;
use super::{AltMode, GuldkornForm, Language, PostForm, PostKind};
use crate::documents::{DocumentId, DocumentLink};
use crate::text_input::{line, lines};
use crate::time::input_value;

/// How many documents stand below a text, at most.
const MOST_DOCUMENTS: usize = 20;

/// Everything that a writer decides about a post, apart from the door on which it hangs. It may have holes: what is
/// missing is asked for when it is published.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PostContent {
    /// The title; may be empty.
    pub title: String,
    /// The last part of the address as chosen by hand; empty: it is made from the title.
    pub slug: String,
    /// The language that it is written in.
    pub language: Language,
    /// How a guldkorn is told; none for other posts.
    pub form: Option<GuldkornForm>,
    /// What somebody said.
    pub quote: String,
    /// Who said or told it: "deltagare, 28 år".
    pub source: String,
    /// A sentence or two for lists; empty: taken from the text.
    pub teaser: String,
    /// Who wrote it; may be empty.
    pub author: String,
    /// The text, in Markdown.
    pub body: String,
    /// Id of the lead picture.
    pub picture: Option<String>,
    /// The post's own words for those who do not see the picture. They are kept while others apply.
    pub picture_alt: String,
    /// Whose words apply.
    #[serde(alias = "picture_decorative")]
    pub picture_alt_mode: AltMode,
    /// The words under the picture.
    pub picture_caption: String,
    /// The addresses of the documents that stand below the text, each document once.
    pub documents: Vec<String>,
    /// Whether it speaks of something that may put a reader at risk.
    pub sensitive: bool,
    /// Names of its tags, each once.
    pub tags: Vec<String>,
    /// When it is to become public: local time of the site, as `2026-12-07T08:00`, or what was typed and cannot be read;
    /// empty for at once.
    pub publish_at: String,
}

impl PostContent {
    /// Reads what a form sent. Nothing that was typed is refused.
    pub fn read(kind: PostKind, form: &PostForm) -> Self {
        let text = |field| line(form.get(field));
        let is_ticked = |field| !form.get(field).is_empty();
        // What is decided about the original holds for its renditions.
        let is_own = kind != PostKind::Rendition;
        let guldkorn_form = || GuldkornForm::parse(form.get("form")).unwrap_or(GuldkornForm::Story);
        Self {
            title: text("title"),
            slug: if is_own { text("slug") } else { String::new() },
            language: Language::parse(form.get("language")),
            form: (kind == PostKind::Guldkorn).then(guldkorn_form),
            quote: lines(form.get("quote")).trim().to_owned(),
            source: text("source"),
            teaser: text("teaser"),
            author: text("author"),
            body: lines(form.get("body")),
            picture: Some(text("picture")).filter(|id| !id.is_empty()),
            picture_alt: text("picture_alt"),
            picture_alt_mode: alt_mode(form),
            picture_caption: text("picture_caption"),
            documents: documents(form),
            sensitive: is_ticked("sensitive"),
            tags: if is_own { parse_names(form.get("tags")) } else { Vec::new() },
            publish_at: input_value(&text("publish_at")),
        }
    }

    /// Returns every field under its label and as a reader would write it: the title first, the text last.
    pub(super) fn labelled(&self) -> [(&'static str, String); 17] {
        // Named one by one, so that a new field is not forgotten here.
        let Self {
            title,
            slug,
            language,
            form,
            quote,
            source,
            teaser,
            author,
            body,
            picture,
            picture_alt,
            picture_alt_mode,
            picture_caption,
            documents,
            sensitive,
            tags,
            publish_at,
        } = self.clone();
        let described_by = if picture.is_some() { picture_alt_mode.in_words() } else { "" };
        let yes_or_no = |is: bool| if is { "Ja" } else { "Nej" }.to_owned();
        [
            ("Rubrik", title),
            ("Adress", slug),
            ("Språk", language.in_words().to_owned()),
            ("Guldkornet är", form.map(GuldkornForm::in_words).unwrap_or_default().to_owned()),
            ("Citat", quote),
            ("Källa", source),
            ("Ingress", teaser),
            ("Skribent", author),
            ("Bild", picture.unwrap_or_default()),
            ("Bilden beskrivs med", described_by.to_owned()),
            ("Vad visar bilden?", picture_alt),
            ("Bildtext", picture_caption),
            ("Dokument", documents.join("\n")),
            ("Känsligt innehåll", yes_or_no(sensitive)),
            ("Etiketter", tags.join(", ")),
            ("Publiceringstid", publish_at),
            ("Text", body),
        ]
    }

    /// Puts a document below the text, unless it stands there.
    pub fn attach(&mut self, address: &str) {
        let (documents, added) = (&mut self.documents, DocumentLink::parse(address).map(|link| link.id));
        let is_there = documents.iter().any(|known| DocumentLink::parse(known).map(|link| link.id) == added);
        if added.is_some() && !is_there && documents.len() < MOST_DOCUMENTS {
            documents.push(address.to_owned());
        }
    }

    /// Returns the ids of the documents that stand below the text.
    pub(crate) fn document_ids(&self) -> Vec<DocumentId> {
        self.documents.iter().filter_map(|address| Some(DocumentLink::parse(address)?.id)).collect()
    }

    /// Returns the title, or what a post without one is called among staff.
    pub fn title_or_untitled(&self) -> &str {
        if self.title.is_empty() { UNTITLED } else { &self.title }
    }
}

/// Reads the documents of a form, of which each has a box: `document_1`, `document_2` and so on.
fn documents(form: &PostForm) -> Vec<String> {
    let mut fields: Vec<_> = form
        .iter()
        .filter_map(|(name, address)| {
            let place: u32 = name.strip_prefix("document_")?.parse().ok()?;
            Some((place, address.trim()))
        })
        .collect();
    fields.sort_unstable();
    let mut content = PostContent::default();
    for (_, address) in fields {
        content.attach(address);
    }
    content.documents
}

/// Reads whose words describe the picture. Whoever writes some has decided, also without choosing them.
fn alt_mode(form: &PostForm) -> AltMode {
    let has_words = || !line(form.get("picture_alt")).is_empty();
    match AltMode::parse(form.get("picture_alt_mode")) {
        None | Some(AltMode::Undecided) if has_words() => AltMode::Own,
        mode => mode.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_writes_words_for_the_picture_has_decided() {
        for (mode, words, expected) in [
            ("undecided", "", AltMode::Undecided),
            ("undecided", "En bro", AltMode::Own),
            ("", "En bro", AltMode::Own),
            ("library", "En bro", AltMode::Library),
            ("decorative", "En bro", AltMode::Decorative),
            ("nonsense", "", AltMode::Undecided),
        ] {
            let typed = PostForm::from_iter([("picture_alt_mode", mode), ("picture_alt", words)]);
            let text = PostContent::read(PostKind::Article, &typed);
            assert_eq!((text.picture_alt_mode, &*text.picture_alt), (expected, words));
        }
    }

    #[test]
    fn what_was_typed_is_read_and_nothing_is_refused() {
        let typed = PostForm::from_iter([
            ("title", "  Små\tsteg\u{0} "),
            ("body", "Ett\r\n\r\ntvå\u{7}  \r\n"),
            ("tags", "mod, Mod ,, små steg"),
            ("form", "quote"),
            ("sensitive", "on"),
            ("publish_at", "7 december 2026 kl. 8.00"),
            ("picture", " "),
            ("unknown", "x"),
        ]);
        let text = PostContent::read(PostKind::Guldkorn, &typed);
        assert_eq!(text.title, "Små steg");
        assert_eq!(text.body, "Ett\n\ntvå  \n");
        assert_eq!(text.tags, ["mod", "små steg"]);
        assert_eq!(text.publish_at, "2026-12-07T08:00");
        assert_eq!((text.form, text.sensitive, text.picture), (Some(GuldkornForm::Quote), true, None));
        assert_eq!(PostContent::read(PostKind::Article, &typed).form, None);
        let [one, two] = ["a", "b"].map(|digit| format!("/dokument/{}/rapport.pdf", digit.repeat(32)));
        let typed = PostForm::from_iter([
            ("document_2", &*one),
            ("document_10", "/dokument/x/rapport.pdf"),
            ("document_1", ""),
            ("document_3", &one),
            ("document_11", &*two),
            ("document_x", &two),
        ]);
        let text = PostContent::read(PostKind::Article, &typed);
        assert_eq!(text.documents, [one, two]);
        let nonsense = PostForm::from_iter([("form", "sonett")]);
        assert_eq!(PostContent::read(PostKind::Guldkorn, &nonsense).form, Some(GuldkornForm::Story));
    }
}
