//! Posts as Markdown files, for people and other programs.

use std::collections::HashMap;

use app::export::store::DatedPost;
use app::export::{Picture, PictureId, Post, layout};
use app::import::{Change, Part, rewrite};
use app::posts::PostKind;

use super::front_matter::front_matter;
use crate::archive::is_reserved;

/// From the folder of a Markdown file to the outermost one.
const UP: &str = "../..";

/// What a Markdown file says of its lead picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LeadPicture {
    /// The best of its files.
    path: String,
    /// The words of the library.
    pub(super) alt: String,
}

impl LeadPicture {
    /// Chooses a drawing, or else the widest file, in JPEG: every program shows that.
    pub(super) fn of(picture: &Picture) -> Option<Self> {
        let best = picture.files.iter().max_by_key(|file| {
            let rank = match &*file.media_type {
                "image/svg+xml" => 2,
                "image/jpeg" | "image/png" => 1,
                _ => 0,
            };
            (rank == 2, file.width, rank)
        })?;
        Some(Self { path: best.path.clone(), alt: picture.alt.clone() })
    }

    /// Returns the picture's address as seen from a Markdown file.
    pub(super) fn address(&self) -> String {
        format!("{UP}/{}", self.path)
    }
}

/// Returns the path and the content of a post's file.
pub(super) fn markdown_file(
    dated: &DatedPost,
    pictures: &HashMap<PictureId, LeadPicture>,
) -> (String, String) {
    let post = &dated.post;
    let picture = post.content.picture.and_then(|id| pictures.get(&id));
    let mut text = front_matter(dated, picture);
    for part in [quotation(post), relative(&post.content.body), documents(post)] {
        if !part.is_empty() {
            text.push('\n');
            text.push_str(part.trim_end());
            text.push('\n');
        }
    }
    (path(post), text)
}

fn path(post: &Post) -> String {
    let folder = match post.kind {
        PostKind::Article | PostKind::Guldkorn => "inlagg",
        PostKind::Voice => "roster",
        PostKind::Page => "sidor",
        PostKind::Rendition => "lattlast-och-oversatt",
    };
    // Windows makes no file called `con.md`, and no address has an underscore.
    let mark = if is_reserved(&post.slug) { "_" } else { "" };
    format!("{}{folder}/{}{mark}.md", layout::MARKDOWN, post.slug)
}

/// Returns what somebody said, as a quotation with its source.
fn quotation(post: &Post) -> String {
    let content = &post.content;
    if content.quote.is_empty() {
        return String::new();
    }
    let source =
        if content.source.is_empty() { String::new() } else { format!("\n\n– {}", content.source) };
    let text = format!("{}{source}", content.quote);
    text.lines().map(|line| format!("> {line}").trim_end().to_owned() + "\n").collect()
}

/// Returns the documents that stand below the text, as a list of links.
fn documents(post: &Post) -> String {
    let link = |address: &String| {
        let path = address.split('#').next().unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default();
        let name = percent_encoding::percent_decode_str(name).decode_utf8_lossy();
        format!(
            "- [{}](<{}>)\n",
            name.replace(['[', ']'], ""),
            in_export(address).unwrap_or_else(|| address.clone())
        )
    };
    post.content.documents.iter().map(link).collect()
}

/// Lets pictures and documents in a text lead to their files in the export.
fn relative(markdown: &str) -> String {
    if !markdown.contains("/media/") && !markdown.contains("/dokument/") {
        return markdown.to_owned();
    }
    rewrite(markdown, &mut |part| {
        let (Part::Link { address, is_wiki: false } | Part::Picture { address, is_wiki: false, .. }) = part
        else {
            return Change::Keep;
        };
        in_export(address).map_or(Change::Keep, Change::Address)
    })
}

/// Returns where the file of an address on the site lies, as seen from a Markdown file.
fn in_export(address: &str) -> Option<String> {
    let path = address.split('#').next().unwrap_or_default();
    if path.starts_with("/media/") {
        return Some(format!("{UP}{path}"));
    }
    let (id, name) = path.strip_prefix("/dokument/")?.split_once('/')?;
    let (_, format) = name.rsplit_once('.')?;
    Some(format!("{UP}/{}", layout::document_file(id.parse().ok()?, format)))
}
