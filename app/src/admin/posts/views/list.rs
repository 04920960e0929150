//! The list of texts.

use crate::time::UnixMillis;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::filters::{filters, statuses};
use super::notice::notice;
use super::row::row;
use super::ticked::ticked;
use crate::admin::create::begin_posts;
use crate::admin::posts::api::{TagMany, TakeBackMany};
use crate::admin::posts::many::Flash;
use crate::paths;
use crate::posts::PostStatus;
use crate::posts::list::Filter;
use crate::posts::list::ListedPost;
use crate::posts::store::choices::Choices;
use crate::staff::{Role, Staff};
use crate::ui::{IdempotencyKey, Pagination};

/// What there is to show.
pub(in crate::admin::posts) struct Shown {
    pub(in crate::admin::posts) filter: Filter,
    pub(in crate::admin::posts) texts: Vec<ListedPost>,
    /// How many there are on all pages.
    pub(in crate::admin::posts) count: u32,
    pub(in crate::admin::posts) page: u32,
    pub(in crate::admin::posts) pages: u32,
    /// Whether nobody has written anything yet.
    pub(in crate::admin::posts) is_empty: bool,
    pub(in crate::admin::posts) choices: Choices,
    pub(in crate::admin::posts) now: UnixMillis,
}

/// The room.
pub(in crate::admin::posts) fn list(shown: Shown, flash: Flash, staff: &Staff) -> impl IntoView + use<> {
    let writes = staff.role >= Role::Writer;
    let address = shown.filter.address();
    let begin = (writes && !shown.is_empty).then(|| {
        view! { <details class="new"><summary class="button">"Nytt inlägg"</summary>{begin_posts()}</details> }
    });
    let body = if shown.is_empty {
        nothing_yet(writes).into_any()
    } else {
        view! {
            {statuses(&shown.filter)}
            {filters(&shown.filter, &shown.choices)}
            {found(&shown, &flash, staff)}
        }
        .into_any()
    };
    view! {
        <header class="section-head"><h1>"Inlägg"</h1>{begin}</header>
        {notice(&flash, &address)}
        {body}
    }
}

fn nothing_yet(writes: bool) -> impl IntoView {
    let begin = writes.then(|| view! { <p>"Vad vill du skriva först?"</p> {begin_posts()} });
    view! { <p class="empty">"Här finns inga texter än."</p> {begin} }
}

fn found(shown: &Shown, flash: &Flash, staff: &Staff) -> AnyView {
    let (filter, writes) = (&shown.filter, staff.role >= Role::Writer);
    if shown.count == 0 {
        return nothing_found(filter).into_any();
    }
    let is_trash = filter.status == Some(PostStatus::Trash);
    let row = |text: &ListedPost| {
        let is_ticked = flash.more.typed.posts.contains(&text.id);
        let may = writes && (!is_trash || text.may_be_restored_by(staff));
        view! { <li>{row(text, shown.now, writes, may.then_some(is_ticked))}</li> }.into_any()
    };
    let rows = shown.texts.iter().map(row).collect_view();
    let rows = view! { <ul class="entries texts">{rows}</ul> };
    let rows = if writes {
        view! {
            <form class="many" method="post" action=if is_trash { TakeBackMany::url() } else { TagMany::url() }>
                <IdempotencyKey/>
                {rows}
                <input type="hidden" name="back" value=filter.address()/>
                {ticked(&shown.choices, flash, is_trash, staff.role)}
            </form>
        }
        .into_any()
    } else {
        rows.into_any()
    };
    view! {
        <h2 class="count">{in_words(shown)}</h2>
        {rows}
        <Pagination
            page=shown.page
            pages=shown.pages
            list=filter.on_page(1).address()
            labels=("← Förra sidan", "Nästa sida →")
        />
    }
    .into_any()
}

/// "37 texter, sida 2 av 2"
fn in_words(shown: &Shown) -> String {
    let count = if shown.count == 1 { "1 text".into() } else { format!("{} texter", shown.count) };
    if shown.pages > 1 { format!("{count}, sida {} av {}", shown.page, shown.pages) } else { count }
}

fn nothing_found(filter: &Filter) -> impl IntoView {
    let words = match filter.status {
        Some(PostStatus::Trash) if !filter.leaves_out() => "Papperskorgen är tom.",
        Some(_) if !filter.leaves_out() => "Här finns inga texter just nu.",
        _ => "Ingen text passar. Pröva färre ord eller färre val.",
    };
    view! {
        <h2 class="count">"0 texter"</h2>
        <p class="empty">{words} " " <a href=paths::POSTS>"Visa alla"</a></p>
    }
}
