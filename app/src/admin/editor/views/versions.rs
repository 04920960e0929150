//! The revisions of a post, and what changed between two of them.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::admin::editor::acts::RestoreRevision;
use crate::admin::relative_time::date_and_time;
use crate::paths;
use crate::posts::diff::{DifferenceView, FieldDifference};
use crate::posts::store::revisions::SavedRevision;
use crate::posts::{EditablePost, PostStatus, Revision};
use crate::ui::{IdempotencyKey, Pagination};

/// Everything about the revisions.
pub(in crate::admin::editor) struct Versions<'a> {
    pub(in crate::admin::editor) post: &'a EditablePost,
    /// The revisions of this page of the list.
    pub(in crate::admin::editor) shown: Vec<SavedRevision>,
    /// How many there are on all pages.
    pub(in crate::admin::editor) count: u32,
    pub(in crate::admin::editor) page: u32,
    pub(in crate::admin::editor) pages: u32,
    pub(in crate::admin::editor) from: Revision,
    pub(in crate::admin::editor) to: Revision,
    /// What differs between the two, if there are two.
    pub(in crate::admin::editor) differences: Option<Vec<FieldDifference>>,
}

/// The page: what changed, then every revision with the links to compare it and the button to restore it.
pub(in crate::admin::editor) fn versions(page: &Versions<'_>) -> impl IntoView + use<> {
    let post = page.post;
    let title = post.content.title_or_untitled();
    let entries = page.shown.iter().map(|version| entry(version, page)).collect_view();
    view! {
        <p><a href=paths::edit_post(post.id)>"← Till texten"</a></p>
        <h1>"Tidigare versioner"</h1>
        <p class="intro" lang=post.content.language.lang() dir="auto">{title.to_owned()}</p>
        {page.differences.as_deref().map(|fields| view! {
            <section aria-labelledby="changed">
                <h2 id="changed">{format!("Från version {} till version {}", page.from, page.to)}</h2>
                {differences(fields)}
            </section>
        })}
        <section aria-labelledby="all">
            <h2 id="all">{heading(page)}</h2>
            {page.shown.is_empty().then(|| view! { <p class="empty">"Ingen har sparat texten än."</p> })}
            <ol class="entries" reversed=true>{entries}</ol>
            <Pagination
                page=page.page
                pages=page.pages
                list=paths::post_versions(post.id)
                labels=("← Nyare versioner", "Äldre versioner →")
            />
        </section>
    }
}

/// "Alla 37 versioner, sida 1 av 2"
fn heading(page: &Versions<'_>) -> String {
    let all =
        if page.count < 2 { "Alla versioner".to_owned() } else { format!("Alla {} versioner", page.count) };
    if page.pages > 1 { format!("{all}, sida {} av {}", page.page, page.pages) } else { all }
}

fn entry(version: &SavedRevision, page: &Versions<'_>) -> impl IntoView + use<> {
    let post = page.post;
    let number = version.number;
    let who = version.by.clone().unwrap_or_else(|| "Fanns från början".into());
    let marks = [
        (number == post.newest).then_some("Nyast"),
        (number == post.published_revision && post.status == PostStatus::Published)
            .then_some("Läsarna ser den"),
    ];
    let marks: Vec<_> = marks.into_iter().flatten().collect();
    let restored = version.restored_from.map(|from| format!(" · samma som version {from}"));
    let against = |other: Revision| {
        format!("{}?fran={}&till={}", paths::post_versions(post.id), number.min(other), number.max(other))
    };
    let may_restore = number != post.newest && post.status != PostStatus::Trash;
    view! {
        <li>
            <h3>{format!("Version {number}")} {(!marks.is_empty()).then(|| format!(" · {}", marks.join(" · ")))}</h3>
            <p class="quiet">{date_and_time(version.saved_at)} " · " {who} {restored}</p>
            <div class="row">
                {(number > Revision(1)).then(|| view! {
                    <a href=against(number.before())>"Vad ändrades" <span class="visually-hidden">{format!(" i version {number}")}</span></a>
                })}
                {may_restore.then(|| view! {
                    <a href=against(post.newest)>"Jämför med den nyaste"</a>
                    <form method="post" action=RestoreRevision::url()>
                        <IdempotencyKey/>
                        <input type="hidden" name="id" value=post.id/>
                        <input type="hidden" name="number" value=number/>
                        <input type="hidden" name="base_revision" value=post.newest/>
                        <button class="button plain">
                            "Ta tillbaka" <span class="visually-hidden">{format!(" version {number}")}</span>
                        </button>
                    </form>
                })}
            </div>
        </li>
    }
}

/// What differs between two contents, field by field.
pub(super) fn differences(fields: &[FieldDifference]) -> AnyView {
    if fields.is_empty() {
        return view! { <p>"Texterna är lika."</p> }.into_any();
    }
    let field = |field: &FieldDifference| {
        view! {
            <section class="changed-field">
                <h3>{field.label}</h3>
                <DifferenceView rows=field.rows.clone()/>
            </section>
        }
    };
    fields.iter().map(field).collect_view().into_any()
}
