//! The list of pages.

use crate::time::UnixMillis;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::notice::notice;
use super::row::{marks, title};
use crate::admin::create::begin_page;
use crate::admin::posts::api::TakeBackMany;
use crate::admin::posts::many::Flash;
use crate::paths;
use crate::posts::PostStatus;
use crate::posts::list::ListedPost;
use crate::staff::{Role, Staff};
use crate::ui::IdempotencyKey;

/// The room.
pub(in crate::admin::posts) fn pages(
    pages: &[ListedPost],
    flash: &Flash,
    staff: &Staff,
    now: UnixMillis,
) -> impl IntoView + use<> {
    let writes = staff.role >= Role::Writer;
    let (trash, pages_in_use): (Vec<_>, Vec<_>) =
        pages.iter().partition(|page| page.status(now) == PostStatus::Trash);
    let pages_in_use = if pages_in_use.is_empty() {
        view! { <p class="empty">"Här finns inga sidor än."</p> }.into_any()
    } else {
        let rows = pages_in_use.into_iter().map(|page| view! { <li>{row(page, writes, now)}</li> });
        view! { <ul class="entries texts">{rows.collect_view()}</ul> }.into_any()
    };
    let thrown = (!trash.is_empty()).then(|| {
        let rows = trash
            .into_iter()
            .map(|page| view! { <li>{thrown(page, writes && page.may_be_restored_by(staff), now)}</li> });
        view! {
            <section aria-labelledby="thrown">
                <h2 id="thrown">"I papperskorgen"</h2>
                <ul class="entries texts">{rows.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <header class="section-head"><h1>"Sidor"</h1> {writes.then(begin_page)}</header>
        {notice(flash, paths::PAGES)}
        <p class="quiet">"Texter med fast adress, som Om oss och Kontakt. Läsare hittar dem genom menyn och länkarna längst ner."</p>
        {pages_in_use}
        {thrown}
    }
}

fn row(page: &ListedPost, writes: bool, now: UnixMillis) -> impl IntoView + use<> {
    view! {
        <div>
            <h2>{title(page, writes)}</h2>
            <p class="quiet">{paths::page(&page.slug)}</p>
            {marks(page, now)}
        </div>
        <div>
            <p>{page.status_in_words(now)}</p>
            <p class="quiet">{page.change_in_words(now)}</p>
        </div>
    }
}

fn thrown(page: &ListedPost, may_restore: bool, now: UnixMillis) -> impl IntoView + use<> {
    let take_back = may_restore.then(|| {
        view! {
            <form method="post" action=TakeBackMany::url()>
                <IdempotencyKey/>
                <input type="hidden" name="posts[]" value=page.id/>
                <input type="hidden" name="back" value=paths::PAGES/>
                <button class="button plain">
                    "Ta tillbaka" <span class="visually-hidden">{format!(" {}", page.title)}</span>
                </button>
            </form>
        }
    });
    view! {
        <div>
            <h3 lang=page.language.lang() dir="auto">{page.title.clone()}</h3>
            <p class="quiet">{page.end_in_words(now)}</p>
        </div>
        {take_back}
    }
}
