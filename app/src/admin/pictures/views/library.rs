//! The library's page: all pictures, to be found, sent or chosen.

use std::collections::HashSet;

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::filters::{filters, shelves};
use super::grid::grid;
use super::upload::{report, upload_form};
use crate::admin::flash::Flash;
use crate::admin::pictures::api::RestorePicture;
use crate::admin::pictures::handlers::LibraryMore;
use crate::admin::pictures::query::LibraryQuery;
use crate::ids::StaffId;
use crate::media::PictureId;
use crate::picture_library::{LibraryPicture, Shelf};
use crate::staff::{Role, Staff};
use crate::time::UnixMillis;
use crate::ui::{IdempotencyKey, Pagination};

/// A page of the library, as its query found it.
pub(in crate::admin::pictures) struct Library {
    pub(in crate::admin::pictures) query: LibraryQuery,
    pub(in crate::admin::pictures) pictures: Vec<LibraryPicture>,
    /// The pictures that nothing uses.
    pub(in crate::admin::pictures) unused: HashSet<PictureId>,
    /// How many there are on all pages.
    pub(in crate::admin::pictures) count: usize,
    pub(in crate::admin::pictures) page: u32,
    pub(in crate::admin::pictures) pages: u32,
    /// Whether nobody has sent a picture yet.
    pub(in crate::admin::pictures) is_empty: bool,
    /// The years in which pictures were sent.
    pub(in crate::admin::pictures) years: Vec<i16>,
    /// Who has sent pictures.
    pub(in crate::admin::pictures) senders: Vec<(StaffId, String)>,
    pub(in crate::admin::pictures) now: UnixMillis,
    /// Addresses of the text editor's script, which also makes pictures smaller, and of its style.
    pub(in crate::admin::pictures) script: String,
    pub(in crate::admin::pictures) style: String,
}

/// The room.
pub(in crate::admin::pictures) fn library(
    shown: Library,
    flash: &Flash<LibraryMore>,
    staff: &Staff,
) -> impl IntoView + use<> {
    let may_send = staff.role >= Role::Writer;
    let choosing = shown.query.chosen_for.as_ref().map(|page| {
        let back = page.as_str().to_owned();
        view! { <p class="quiet">"Välj en bild, eller " <a href=back>"gå tillbaka utan att välja"</a> "."</p> }
    });
    let heading = if choosing.is_some() { "Välj en bild" } else { "Bilder" };
    let next_step = flash.more.thrown.map(undo);
    let next_step = next_step.or_else(|| report(&flash.more.files, shown.query.chosen_for.as_ref()));
    view! {
        <h1>{heading}</h1>
        {choosing}
        {flash.notice(next_step)}
        {may_send.then(|| upload_form(&shown))}
        {if shown.is_empty { nothing_yet(may_send).into_any() } else { found(&shown).into_any() }}
    }
}

fn undo(thrown: PictureId) -> AnyView {
    view! {
        <form method="post" action=RestorePicture::url()>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=thrown.to_string()/>
            <button class="button plain">"Ångra"</button>
        </form>
    }
    .into_any()
}

fn nothing_yet(may_send: bool) -> impl IntoView {
    let then = may_send.then_some(" Här samlas alla bilder som ni skickar, också de som läggs i texter.");
    view! { <p class="empty">"Här finns inga bilder än." {then}</p> }
}

fn found(shown: &Library) -> impl IntoView + use<> {
    let query = &shown.query;
    let pictures = if shown.count == 0 { nothing_found(query).into_any() } else { grid(shown).into_any() };
    view! {
        {query.chosen_for.is_none().then(|| shelves(query))}
        {filters(query, &shown.senders, &shown.years)}
        <h2 class="count">{in_words(shown)}</h2>
        {pictures}
        <Pagination
            page=shown.page
            pages=shown.pages
            list=query.on_page(1).address()
            labels=("← Förra sidan", "Nästa sida →")
        />
    }
}

/// "204 bilder, sida 2 av 5"
fn in_words(shown: &Library) -> String {
    let count = if shown.count == 1 { "1 bild".into() } else { format!("{} bilder", shown.count) };
    if shown.pages > 1 { format!("{count}, sida {} av {}", shown.page, shown.pages) } else { count }
}

fn nothing_found(query: &LibraryQuery) -> impl IntoView + use<> {
    let words = match query.filter.shelf {
        _ if query.leaves_out() => "Ingen bild passar. Pröva färre ord eller färre val.",
        Shelf::All => "Alla bilder ligger i papperskorgen.",
        Shelf::Unused => "Alla bilder används.",
        Shelf::Undescribed => "Alla bilder har en bildbeskrivning.",
        Shelf::Trash => "Papperskorgen är tom.",
    };
    let all = query.in_part(Shelf::All).without_search().address();
    view! { <p class="empty">{words} " " <a href=all>"Visa alla"</a></p> }
}
