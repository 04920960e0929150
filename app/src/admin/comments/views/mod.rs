//! What the page of a text's comments looks like.

mod form;
mod marks;
mod reading;
mod thread;

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use self::form::comment_form;
use self::marks::marked;
use self::reading::reading;
use self::thread::{Numbered, deleted, thread};
use super::api::ChangeComment;
use super::handlers::{More, Sent};
use crate::admin::flash::Flash;
use crate::admin::relative_time::ago;
use crate::comments::{AnchorState, Change, Commented, PassageKind, Read};
use crate::markdown::BlockKind;
use crate::paths;
use crate::posts::diff::FieldDifference;
use crate::posts::{PostStatus, Revision};
use crate::staff::{Role, Staff, StaffId};
use crate::time::UnixMillis;
use crate::ui::IdempotencyKey;

/// What the page shows, and to whom.
pub(super) struct Page<'a> {
    pub(super) staff: &'a Staff,
    pub(super) commented: &'a Commented,
    pub(super) read: &'a Read,
    /// What was changed since somebody read the text.
    pub(super) since: Vec<(StaffId, Vec<FieldDifference>)>,
    pub(super) flash: &'a Flash<More>,
    /// Address of the script of the staff's pages; empty where there is none.
    pub(super) script: &'a str,
    pub(super) now: UnixMillis,
}

impl Page<'_> {
    /// Whether the text was taken away, so that nothing more is said about it.
    fn is_gone(&self) -> bool {
        matches!(self.commented.post.status, PostStatus::Trash | PostStatus::Withdrawn)
    }

    /// Returns what was typed into a form and not saved.
    fn typed(&self, form: &str) -> Option<&Sent> {
        self.flash.more.sent.as_ref().filter(|sent| sent.form() == form)
    }
}

/// The whole page.
pub(super) fn page(page: &Page<'_>) -> impl IntoView + use<> {
    let commented = page.commented;
    let post = &commented.post;
    let title = post.content.title_or_untitled().to_owned();
    let writes = page.staff.role >= Role::Writer;
    let (back, back_words) = if writes {
        (paths::edit_post(post.id), "← Till texten")
    } else {
        (paths::preview_of_text(post.id), "← Till förhandsgranskningen")
    };
    let open = thread::numbered(commented);
    let script = (!page.script.is_empty()).then(|| page.script.to_owned());
    view! {
        <div class="comments" data-comments="" data-staff-script=script>
            <p><a href=back rel="external">{back_words}</a></p>
            <h1>"Kommentarer: " <span lang=post.content.language.lang() dir="auto">{title}</span></h1>
            {page.flash.notice(next_step(page))}
            <p class="count">{count(open.len(), commented.threads.len())}</p>
            {remarks(page)}
            {reading(page)}
            {text(page, &open)}
            {whole(page, &open)}
            {lost(page, &open)}
            {resolved(page)}
            {deleted(page)}
        </div>
    }
}

/// What somebody can do about what the page has just told.
fn next_step(page: &Page<'_>) -> Option<AnyView> {
    let more = &page.flash.more;
    let post = page.commented.post.id;
    match (more.added, more.deleted) {
        (Some(id), _) => {
            Some(view! { <p><a href=format!("#kommentar-{id}")>"Visa den"</a></p> }.into_any())
        }
        (_, Some(id)) => Some(
            view! {
                <form method="post" action=ChangeComment::url()>
                    <IdempotencyKey/>
                    <input type="hidden" name="post" value=post/>
                    <input type="hidden" name="id" value=id/>
                    <button class="button plain" name="action" value=Change::TakeBack.as_str()>"Ångra"</button>
                </form>
            }
            .into_any(),
        ),
        _ => None,
    }
}

fn count(open: usize, all: usize) -> String {
    match (open, all) {
        (_, 0) => "Ingen har kommenterat texten.".to_owned(),
        (0, _) => "Inga öppna kommentarer.".to_owned(),
        (1, _) => "En öppen kommentar.".to_owned(),
        (open, _) => format!("{open} öppna kommentarer."),
    }
}

/// Says what is special about the text.
fn remarks(page: &Page<'_>) -> impl IntoView + use<> {
    let post = &page.commented.post;
    let gone = page.is_gone().then(|| {
        view! { <p>"Texten är borttagen. Kommentarerna finns kvar här så länge texten finns."</p> }
    });
    let draft = post.draft.as_ref().map(|draft| {
        let words = format!("{} har skrivit mer {}, som inte är sparat som version än. ", draft.name, ago(draft.version.saved_at(), page.now));
        let saved = (post.newest > Revision::NONE || post.begun_by.is_none())
            .then_some("Här visas den senast sparade versionen.");
        view! {
            <p class="quiet">
                {words}
                <a href=paths::preview_of_text(post.id) rel="external">"Förhandsgranskningen visar allt."</a> " " {saved}
            </p>
        }
    });
    view! { {gone} {draft} }
}

/// The text in paragraphs, each with what is said about it.
fn text(page: &Page<'_>, open: &[Numbered<'_>]) -> impl IntoView + use<> {
    let commented = page.commented;
    let lang = commented.post.content.language.lang();
    let rows: Vec<_> = commented
        .passages
        .iter()
        .enumerate()
        .map(|(block, (kind, words))| {
            let here: Vec<_> = open.iter().filter(|numbered| numbered.block() == Some(block)).collect();
            let words = marked(words, &here, open.len());
            let threads: Vec<_> = here.iter().map(|numbered| thread(page, numbered, open.len())).collect();
            let label = label(*kind).map(|label| view! { <p class="passage-label">{label}</p> });
            let form = (!page.is_gone()).then(|| {
                let shown = format!("stycke {}", block + 1);
                comment_form(page, Some(block), "Kommentera stycket", &shown)
            });
            view! {
                <div class="passage" data-passage=block data-kind=kind_name(*kind)>
                    {label}
                    <p class="passage-words" lang=lang dir="auto" data-words="">{words}</p>
                    {threads}
                    {form}
                </div>
            }
        })
        .collect();
    let empty = rows.is_empty().then(|| {
        view! { <p class="empty">"Texten är inte sparad som version än. När den är det kan du kommentera stycke för stycke."</p> }
    });
    view! {
        <section aria-labelledby="text">
            <h2 id="text">"Texten"</h2>
            {empty}
            {rows}
        </section>
    }
}

/// What is said about the whole text.
fn whole(page: &Page<'_>, open: &[Numbered<'_>]) -> impl IntoView + use<> {
    let threads: Vec<_> = open
        .iter()
        .filter(|numbered| numbered.state() == AnchorState::Whole)
        .map(|numbered| thread(page, numbered, open.len()))
        .collect();
    view! {
        <section aria-labelledby="alla">
            <h2 id="alla">"Om hela texten"</h2>
            {threads}
            {(!page.is_gone()).then(|| comment_form(page, None, "Kommentera hela texten", ""))}
        </section>
    }
}

/// What is said about words that are not there any more, or not for sure.
fn lost(page: &Page<'_>, open: &[Numbered<'_>]) -> Option<impl IntoView + use<>> {
    let threads: Vec<_> = open
        .iter()
        .filter(|numbered| !matches!(numbered.state(), AnchorState::Whole | AnchorState::There))
        .map(|numbered| thread(page, numbered, open.len()))
        .collect();
    (!threads.is_empty()).then(|| {
        view! {
            <section aria-labelledby="andrad">
                <h2 id="andrad">"Om text som har ändrats"</h2>
                {threads}
            </section>
        }
    })
}

/// What nothing more is to be done about.
fn resolved(page: &Page<'_>) -> Option<impl IntoView + use<>> {
    let threads: Vec<_> = page
        .commented
        .threads
        .iter()
        .filter(|thread| !thread.is_open())
        .map(|resolved| thread(page, &Numbered { number: None, thread: resolved }, 0))
        .collect();
    let words = format!("Klara kommentarer ({})", threads.len());
    (!threads.is_empty())
        .then(|| view! { <details class="resolved"><summary>{words}</summary> {threads}</details> })
}

const fn label(kind: PassageKind) -> Option<&'static str> {
    match kind {
        PassageKind::Title => Some("Rubrik"),
        PassageKind::Teaser => Some("Ingress"),
        PassageKind::Quote => Some("Citat"),
        PassageKind::Source => Some("Källa"),
        PassageKind::PictureCaption | PassageKind::Body(BlockKind::Caption) => Some("Bildtext"),
        PassageKind::Body(_) => None,
    }
}

const fn kind_name(kind: PassageKind) -> &'static str {
    match kind {
        PassageKind::Title => "title",
        PassageKind::Teaser
        | PassageKind::Source
        | PassageKind::PictureCaption
        | PassageKind::Body(BlockKind::Caption) => "small",
        PassageKind::Quote | PassageKind::Body(BlockKind::Quotation) => "quote",
        PassageKind::Body(BlockKind::Heading) => "heading",
        PassageKind::Body(BlockKind::Item) => "item",
        PassageKind::Body(BlockKind::Paragraph) => "paragraph",
    }
}
