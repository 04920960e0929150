//! What stands above a text in a Markdown file, as Hugo, Jekyll, Eleventy and others read it.

use std::fmt::Write as _;

use app::export::store::DatedPost;
use app::export::{Content, State};
use app::posts::AltMode;
use app::time::from_millis;
use serde::Serialize;

use super::markdown::LeadPicture;

/// Returns the front matter of a post, with its fences. Each value is JSON, which is YAML, too.
pub(super) fn front_matter(dated: &DatedPost, picture: Option<&LeadPicture>) -> String {
    let DatedPost { post, public_from } = dated;
    let content = &post.content;
    let mut fields = Fields(String::from("---\n"));
    fields.add("title", &content.title);
    fields.add("slug", &post.slug);
    fields.add("type", &post.kind);
    if let Some(date) = public_from.or(post.published_at) {
        fields.add("date", &from_millis(date.0).to_string());
    }
    fields.add("lastmod", &from_millis(post.updated_at.0).to_string());
    // Nobody elsewhere knows whether consent stands.
    if post.state != State::Published || public_from.is_none() || post.tells_of_somebody {
        fields.add("draft", &true);
    }
    fields.add("lang", content.language.as_str());
    fields.add_text("description", &content.teaser);
    fields.add_text("author", &content.author);
    if !content.tags.is_empty() {
        fields.add("tags", &content.tags);
    }
    if let Some(picture) = picture {
        fields.0.push_str("cover:\n");
        fields.add("  image", &picture.address());
        fields.add("  alt", alt(content, picture));
        fields.add("  caption", &content.picture_caption);
    }
    if content.sensitive {
        fields.add("sensitive", &true);
    }
    let former: Vec<_> = post.former_slugs.iter().filter(|slug| **slug != post.slug).collect();
    if !former.is_empty() {
        fields.add("aliases", &former.into_iter().map(|slug| post.kind.path(slug)).collect::<Vec<_>>());
    }
    fields.0.push_str("---\n");
    fields.0
}

fn alt<'a>(content: &'a Content, picture: &'a LeadPicture) -> &'a str {
    match content.picture_alt_mode {
        AltMode::Own => &content.picture_alt,
        AltMode::Library => &picture.alt,
        AltMode::Decorative | AltMode::Undecided => "",
    }
}

struct Fields(String);

impl Fields {
    fn add(&mut self, key: &str, value: &(impl Serialize + ?Sized)) {
        let value = serde_json::to_string(value).unwrap_or_default();
        // Writing to a text cannot fail.
        _ = writeln!(self.0, "{key}: {value}");
    }

    fn add_text(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.add(key, value);
        }
    }
}
