//! The list of documents.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::send::new_document;
use crate::admin::documents::api::{AttachDocument, RestoreDocument};
use crate::admin::documents::handlers::More;
use crate::admin::documents::query::DocumentsQuery;
use crate::admin::flash::Flash;
use crate::admin::form_field::form_field;
use crate::admin::relative_time::ago;
use crate::documents::DocumentId;
use crate::documents::store::ListedDocument;
use crate::paths;
use crate::posts::{EditablePost, PostId};
use crate::staff::{Role, Staff};
use crate::time::UnixMillis;
use crate::ui::{IdempotencyKey, Pagination};

/// A page of the list of documents, as its query found it.
pub(in crate::admin::documents) struct Shown {
    pub(in crate::admin::documents) documents: Vec<ListedDocument>,
    pub(in crate::admin::documents) query: DocumentsQuery,
    /// The post for which somebody chooses a document.
    pub(in crate::admin::documents) text: Option<EditablePost>,
    pub(in crate::admin::documents) pages: u32,
    pub(in crate::admin::documents) now: UnixMillis,
}

/// The page.
pub(in crate::admin::documents) fn list(
    shown: &Shown,
    flash: &Flash<More>,
    staff: &Staff,
) -> impl IntoView + use<> {
    let writes = staff.role >= Role::Writer;
    let undo = flash.more.undo.map(|id| restore(id, "Ångra"));
    let text = shown.text.as_ref().map(|post| post.id);
    let rows = shown.documents.iter().map(|listed| view! { <li>{row(listed, text, shown.now)}</li> });
    let rows = rows.collect_view();
    view! {
        <h1>"Dokument"</h1>
        {flash.notice(undo)}
        {shown.text.as_ref().map(for_text)}
        {writes.then(|| view! {
            <section aria-labelledby="skicka">
                <h2 id="skicka">"Skicka ett dokument"</h2>
                {new_document(flash, text)}
            </section>
        })}
        <section aria-labelledby="alla">
            <h2 id="alla">{if text.is_some() { "Eller välj ett som finns" } else { "Alla dokument" }}</h2>
            {filter(&shown.query)}
            {shown.documents.is_empty().then(|| view! { <p class="empty">{nothing(&shown.query)}</p> })}
            <ul class="entries">{rows}</ul>
            <Pagination
                page=shown.query.page
                pages=shown.pages
                list=shown.query.address()
                labels=("← Förra sidan", "Nästa sida →")
            />
        </section>
    }
}

/// For which text somebody chooses, and the way back.
fn for_text(post: &EditablePost) -> impl IntoView + use<> {
    let content = post.newest_words();
    let title = content.title_or_untitled().to_owned();
    view! {
        <p>
            "Dokumentet läggs under texten "
            <a href=paths::edit_post(post.id) lang=content.language.lang() dir="auto">{title}</a>
            "."
        </p>
    }
}

fn filter(query: &DocumentsQuery) -> impl IntoView + use<> {
    let choices = [("", "Alla"), ("oanvanda", "Som inget använder"), ("papperskorgen", "I papperskorgen")];
    view! {
        <form class="filter" method="get" action=paths::STAFF_DOCUMENTS>
            {query.text.map(|text| view! { <input type="hidden" name="text" value=text/> })}
            {form_field("q", "q", "Sök").value(query.filter.words.clone()).line("search")}
            {form_field("visa", "visa", "Visa").value(query.shown()).choice(choices)}
            <button class="button plain">"Visa"</button>
        </form>
    }
}

fn nothing(query: &DocumentsQuery) -> &'static str {
    match (query.filter.words.is_empty(), query.filter.unused, query.filter.bin) {
        (true, _, true) => "Papperskorgen är tom.",
        (true, true, false) => "Alla dokument används.",
        (true, false, false) => "Här finns inga dokument än.",
        _ => "Inget dokument passar. Sök med färre ord.",
    }
}

fn row(listed: &ListedDocument, text: Option<PostId>, now: UnixMillis) -> impl IntoView + use<> {
    let ListedDocument { document, created_at, added_by, deleted_at, uses } = listed;
    let used = match (deleted_at, uses) {
        (Some(at), _) => format!("I papperskorgen sedan {}", ago(*at, now)),
        (None, 0) => "Används inte".to_owned(),
        (None, 1) => "Används på ett ställe".to_owned(),
        (None, uses) => format!("Används på {uses} ställen"),
    };
    let by = added_by.as_ref().map(|name| format!(" av {name}")).unwrap_or_default();
    let id = document.id;
    let action = match (text, deleted_at) {
        (_, Some(_)) => Some(restore(id, "Ta tillbaka")),
        (Some(text), None) => Some(attach(id, text, &document.title)),
        (None, None) => None,
    };
    view! {
        <h3><a href=paths::staff_document(id) lang=document.language.lang() dir="auto">{document.title.clone()}</a></h3>
        <p class="quiet">{document.facts()} " · " {used} " · " {format!("Skickat {}{by}", ago(*created_at, now))}</p>
        {action}
    }
}

fn attach(id: DocumentId, text: PostId, title: &str) -> AnyView {
    view! {
        <form method="post" action=AttachDocument::url()>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=id.to_string()/>
            <input type="hidden" name="text" value=text/>
            <button class="button plain">"Lägg till" <span class="visually-hidden">{format!(" {title}")}</span></button>
        </form>
    }
    .into_any()
}

/// The form that takes a document out of the bin.
pub(super) fn restore(id: DocumentId, words: &'static str) -> AnyView {
    view! {
        <form method="post" action=RestoreDocument::url()>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=id.to_string()/>
            <button class="button plain">{words}</button>
        </form>
    }
    .into_any()
}
