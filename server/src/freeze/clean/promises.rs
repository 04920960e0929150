//! What the program's own pages promise that only a running site can keep.

use std::cell::RefCell;
use std::collections::BTreeMap;

use app::paths;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

use crate::freeze::FreezeError;

/// The part of a page that the program has written stands below the page's own text.
const GENERATED: usize = 2;
/// Blocks of a text, and the headings of its sections. A list's item may hold paragraphs, and then each of them counts.
const BLOCKS: &str = ".prose p, .prose li, .prose h2";
/// A sentence that nobody is there to keep.
const ANSWERS: &str = "Vi svarar så snart vi kan";

/// Returns what a reader has to know of a page before its text, which is right for a running site alone.
fn note(path: &str) -> Option<&'static str> {
    match path {
        paths::SAFE_SURFING => Some(
            "Webbplatsen är arkiverad. Därför gör knappen Lämna sidan mindre än det står här: den leder till en annan \
             webbplats men tar inte bort något, och Bakåt leder hit igen. Tangenten Skift gör ingenting.",
        ),
        paths::PRIVACY => Some(
            "Det här gällde så länge webbplatsen användes. De arkiverade sidorna har inga formulär och sparar inget i din \
             enhet. Den som har webbservern nu kan ha en egen logg.",
        ),
        _ => None,
    }
}

/// What a block promises.
#[derive(Clone, Copy)]
enum Promise {
    Form,
    Answer,
}

/// Takes from a page what leads to a form, and says `instead` once a section what a reader can do. Adds what a reader has
/// to know.
pub(super) fn without_promises(path: &str, page: &str, instead: &str) -> Result<String, FreezeError> {
    let broken =
        if matches!(path, paths::STATEMENT | paths::PRIVACY) { broken(page)? } else { BTreeMap::new() };
    let note = note(path);
    if broken.is_empty() && note.is_none() {
        return Ok(page.to_owned());
    }
    let (mut block, mut is_said) = (0, false);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(BLOCKS, |element| {
            if element.tag_name() == "h2" {
                is_said = false;
                return Ok(());
            }
            block += 1;
            let is_paragraph = element.tag_name() == "p";
            match broken.get(&block) {
                None => {}
                Some(Promise::Form) if is_paragraph && !std::mem::replace(&mut is_said, true) => {
                    element.set_inner_content(instead, ContentType::Html);
                }
                Some(_) => element.remove(),
            }
            Ok(())
        }))
        .append_element_content_handler(element!("article.post > header", |header| {
            if let Some(note) = note {
                let note = format!("<p class=\"notice\" style=\"margin-block-end:1.5rem\">{note}</p>");
                header.after(&note, ContentType::Html);
            }
            Ok(())
        }));
    rewrite_str(page, settings).map_err(FreezeError::Rewrite)
}

/// Returns which blocks of the generated part promise something, counted from 1.
fn broken(page: &str) -> Result<BTreeMap<usize, Promise>, FreezeError> {
    #[derive(Default)]
    struct Seen {
        texts: usize,
        blocks: usize,
        broken: BTreeMap<usize, Promise>,
    }
    impl Seen {
        fn mark(&mut self, promise: Promise) {
            if self.texts == GENERATED {
                self.broken.insert(self.blocks, promise);
            }
        }
    }
    let seen = RefCell::new(Seen::default());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(".prose", |_| {
            seen.borrow_mut().texts += 1;
            Ok(())
        }))
        .append_element_content_handler(element!(BLOCKS, |element| {
            seen.borrow_mut().blocks += usize::from(element.tag_name() != "h2");
            Ok(())
        }))
        .append_element_content_handler(element!(".prose a[href]", |link| {
            let leads_to = link.get_attribute("href").unwrap_or_default();
            if [paths::FEEDBACK, paths::FEEDBACK_ANSWER].contains(&&*leads_to) {
                seen.borrow_mut().mark(Promise::Form);
            }
            Ok(())
        }))
        .append_element_content_handler(text!(BLOCKS, |text| {
            // Long words carry hyphens that are not seen.
            if text.as_str().replace('\u{ad}', "").contains(ANSWERS) {
                seen.borrow_mut().mark(Promise::Answer);
            }
            Ok(())
        }));
    rewrite_str(page, settings).map_err(FreezeError::Rewrite)?;
    Ok(seen.into_inner().broken)
}
