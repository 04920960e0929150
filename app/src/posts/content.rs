//! A text as somebody writes it. It may have holes: what is missing is asked for when it is published.

use serde::{Deserialize, Serialize};

use super::PostForm;
use super::store::UNTITLED;
use crate::posts::GuldkornForm;
use crate::posts::PostKind;
use crate::text_input::{line, lines};

/// Everything that a writer decides about a text, apart from where it hangs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PostContent {
    /// The title; may be empty.
    pub title: String,
    /// The last part of the address as chosen by hand; empty: it is made from the title.
    pub slug: String,
    /// How a guldkorn is told; nothing for other texts.
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
    /// The lead picture's number.
    pub picture: Option<String>,
    /// Words for those who do not see the picture.
    pub picture_alt: String,
    /// Whether the picture tells nothing that needs words.
    pub picture_decorative: bool,
    /// The words under the picture.
    pub picture_caption: String,
    /// Whether it speaks of something that may put a reader at risk.
    pub sensitive: bool,
    /// Subjects by name, each once.
    pub tags: Vec<String>,
    /// When it is to become public, as typed: local time of the site, as `2026-12-07T08:00`; empty for at once.
    pub publish_at: String,
}

impl PostContent {
    /// The title, or what a text without one is called among staff.
    pub fn shown_title(&self) -> &str {
        if self.title.is_empty() { UNTITLED } else { &self.title }
    }

    /// Reads what a form sent. Nothing that was typed is refused.
    pub fn read(kind: PostKind, typed: PostForm) -> Self {
        let is_guldkorn = kind == PostKind::Guldkorn;
        Self {
            title: line(&typed.title),
            slug: line(&typed.slug),
            form: is_guldkorn.then(|| GuldkornForm::parse(&typed.form).unwrap_or(GuldkornForm::Story)),
            quote: lines(&typed.quote).trim().to_owned(),
            source: line(&typed.source),
            teaser: line(&typed.teaser),
            author: line(&typed.author),
            body: lines(&typed.body),
            picture: Some(line(&typed.picture)).filter(|number| !number.is_empty()),
            picture_alt: line(&typed.picture_alt),
            picture_decorative: !typed.picture_decorative.is_empty(),
            picture_caption: line(&typed.picture_caption),
            sensitive: !typed.sensitive.is_empty(),
            tags: names(&typed.tags),
            publish_at: line(&typed.publish_at),
        }
    }
}

/// Names with commas between; each once, however it is capitalised.
fn names(typed: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in typed.split(',').map(line).filter(|name| !name.is_empty()) {
        if !names.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_read_and_nothing_is_refused() {
        let typed = PostForm {
            title: "  Små\tsteg\u{0} ".into(),
            body: "Ett\r\n\r\ntvå\u{7}  \r\n".into(),
            tags: "mod, Mod ,, små steg".into(),
            form: "quote".into(),
            sensitive: "on".into(),
            picture: " ".into(),
            ..PostForm::default()
        };
        let text = PostContent::read(PostKind::Guldkorn, typed.clone());
        assert_eq!(text.title, "Små steg");
        assert_eq!(text.body, "Ett\n\ntvå  \n");
        assert_eq!(text.tags, ["mod", "små steg"]);
        assert_eq!((text.form, text.sensitive, text.picture), (Some(GuldkornForm::Quote), true, None));
        assert_eq!(PostContent::read(PostKind::Article, typed).form, None);
        let nonsense = PostForm { form: "sonett".into(), ..PostForm::default() };
        assert_eq!(PostContent::read(PostKind::Guldkorn, nonsense).form, Some(GuldkornForm::Story));
    }
}
