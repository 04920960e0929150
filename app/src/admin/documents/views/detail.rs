//! A document with everything that can be done with it.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::list::restore;
use super::send::{language_field, other_file};
use crate::admin::documents::api::{ChangeDocument, DeleteDocument, UseFormerFile};
use crate::admin::documents::handlers::More;
use crate::admin::flash::Flash;
use crate::admin::form_field::form_field;
use crate::admin::relative_time::ago;
use crate::documents::store::{FormerFile, Use};
use crate::documents::{Document, DocumentId, size_in_words};
use crate::paths;
use crate::staff::{Role, Staff};
use crate::time::UnixMillis;
use crate::ui::IdempotencyKey;

/// A document with everything that uses it, for its own page.
pub(in crate::admin::documents) struct ShownDocument {
    pub(in crate::admin::documents) document: Document,
    pub(in crate::admin::documents) uses: Vec<Use>,
    /// The files that it had before.
    pub(in crate::admin::documents) former: Vec<FormerFile>,
    /// Since when it is in the bin.
    pub(in crate::admin::documents) deleted_at: Option<UnixMillis>,
    pub(in crate::admin::documents) now: UnixMillis,
}

/// The page.
pub(in crate::admin::documents) fn detail(
    shown: &ShownDocument,
    flash: &Flash<More>,
    staff: &Staff,
) -> impl IntoView + use<> {
    let document = &shown.document;
    let may_change = staff.role >= Role::Editor && shown.deleted_at.is_none();
    let may_restore = staff.role >= Role::Editor && shown.deleted_at.is_some();
    view! {
        <p><a href=paths::STAFF_DOCUMENTS>"Alla dokument"</a></p>
        <h1 lang=document.language.lang() dir="auto">{document.title.clone()}</h1>
        {flash.notice(None)}
        {shown.deleted_at.map(|_| view! { <p>"Dokumentet ligger i papperskorgen och raderas efter 30 dagar."</p> })}
        {may_restore.then(|| restore(document.id, "Ta tillbaka"))}
        {about(document)}
        {used_in(&shown.uses)}
        {may_change.then(|| change(document, flash))}
        {may_change.then(|| file(shown, flash))}
        {may_change.then(|| delete(document.id, shown.uses.is_empty()))}
    }
}

fn about(document: &Document) -> impl IntoView + use<> {
    let pages = match document.pages {
        Some(1) => ", en sida".to_owned(),
        Some(pages) => format!(", {pages} sidor"),
        None => String::new(),
    };
    let untagged = document.is_tagged == Some(false);
    view! {
        <p><a href=document.path() rel="external">{document.name.clone()}</a> {format!(" ({}{pages})", document.facts())}</p>
        {untagged.then(|| view! {
            <p>"PDF:en är inte taggad, så en skärmläsare läser den i fel ordning. Spara den som taggad PDF och byt fil."</p>
        })}
        <div class="field">
            <label for="markdown">"Länk att klistra in i en text"</label>
            <input id="markdown" value=document.markdown() readonly=true dir="ltr"/>
        </div>
    }
}

fn used_in(uses: &[Use]) -> impl IntoView + use<> {
    let rows = uses.iter().map(|used| match used {
        Use::Post(id, title, is_public) => {
            let where_ = if *is_public { "läsarna ser den" } else { "läsarna ser den inte" };
            view! { <li><a href=paths::edit_post(*id) dir="auto">{title.clone()}</a> {format!(" – {where_}")}</li> }.into_any()
        }
        Use::Draft(id, title) => {
            view! { <li><a href=paths::edit_post(*id) dir="auto">{title.clone()}</a> " – i ett utkast"</li> }.into_any()
        }
        Use::Edition(id, title) => {
            view! { <li><a href=paths::edit_edition(*id)>{title.clone()}</a> " – kalenderns text"</li> }.into_any()
        }
    });
    let rows = rows.collect_view();
    view! {
        <section aria-labelledby="anvands">
            <h2 id="anvands">"Används i"</h2>
            {uses.is_empty().then(|| view! { <p class="quiet">"Ingenting. Läsare kan inte ladda ner det."</p> })}
            <ul>{rows}</ul>
        </section>
    }
}

fn change(document: &Document, flash: &Flash<More>) -> impl IntoView + use<> {
    let title = flash.more.title.clone().unwrap_or_else(|| document.title.clone());
    view! {
        <section aria-labelledby="andra">
            <h2 id="andra">"Titel och språk"</h2>
            <form method="post" action=ChangeDocument::url() novalidate=true>
                <IdempotencyKey/>
                <input type="hidden" name="id" value=document.id.to_string()/>
                {form_field("title", "title", "Titel").value(title).errors(&flash.errors).line("text")}
                {language_field(flash.more.language.unwrap_or(document.language))}
                <button class="button plain">"Spara"</button>
            </form>
        </section>
    }
}

fn file(shown: &ShownDocument, flash: &Flash<More>) -> impl IntoView + use<> {
    let id = shown.document.id;
    let former = shown.former.iter().map(|file| former_file(id, file, shown.now)).collect_view();
    view! {
        <section aria-labelledby="fil">
            <h2 id="fil">"Byt fil"</h2>
            <p>"Adressen och texterna är kvar. Läsarna får den nya filen genast."</p>
            {other_file(flash, id)}
            {(!shown.former.is_empty()).then(|| view! {
                <h3>"Tidigare filer"</h3>
                <p class="quiet">"De raderas efter 30 dagar."</p>
                <ul class="entries">{former}</ul>
            })}
        </section>
    }
}

fn former_file(id: DocumentId, file: &FormerFile, now: UnixMillis) -> impl IntoView + use<> {
    let FormerFile { id: file, name, bytes, replaced_at } = file.clone();
    view! {
        <li>
            <p>{name.clone()} <span class="quiet">{format!(" ({}, utbytt {})", size_in_words(bytes), ago(replaced_at, now))}</span></p>
            <form method="post" action=UseFormerFile::url()>
                <IdempotencyKey/>
                <input type="hidden" name="id" value=id.to_string()/>
                <input type="hidden" name="file" value=file.to_string()/>
                <button class="button plain">"Ta tillbaka" <span class="visually-hidden">{format!(" {name}")}</span></button>
            </form>
        </li>
    }
}

fn delete(id: DocumentId, is_unused: bool) -> impl IntoView + use<> {
    view! {
        <section aria-labelledby="ta-bort">
            <h2 id="ta-bort">"Ta bort"</h2>
            {if is_unused {
                view! {
                    <form method="post" action=DeleteDocument::url()>
                        <IdempotencyKey/>
                        <input type="hidden" name="id" value=id.to_string()/>
                        <button class="button danger">"Lägg i papperskorgen"</button>
                    </form>
                }.into_any()
            } else {
                view! { <p>"Dokumentet används. Ta bort det ur texterna först."</p> }.into_any()
            }}
        </section>
    }
}
