//! Two texts to choose from: what somebody else saved, and what the writer wrote meanwhile.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::versions::differences;
use crate::admin::editor::acts::{DiscardDraft, SaveDraft};
use crate::admin::editor::handlers::message::Flash;
use crate::admin::relative_time::time_today_or_date;
use crate::paths;
use crate::posts::diff::FieldDifference;
use crate::posts::store::revisions::SavedRevision;
use crate::posts::{DraftVersion, EditablePost};
use crate::time::UnixMillis;
use crate::ui::IdempotencyKey;

/// Both texts.
pub(in crate::admin::editor) struct Comparing<'a> {
    pub(in crate::admin::editor) post: &'a EditablePost,
    /// The writer's draft, and what differs between it and the newest revision.
    pub(in crate::admin::editor) draft: Option<(DraftVersion, Vec<FieldDifference>)>,
    pub(in crate::admin::editor) newest: Option<&'a SavedRevision>,
    pub(in crate::admin::editor) flash: Flash,
    pub(in crate::admin::editor) now: UnixMillis,
}

/// The page: who saved what when, what differs, and the choice.
pub(in crate::admin::editor) fn comparison(texts: &Comparing<'_>) -> impl IntoView + use<> {
    let id = texts.post.id;
    let refused = Some(texts.flash.message.clone()).filter(|sentence| !sentence.is_empty());
    view! {
        <p><a href=paths::edit_post(id)>"← Till texten"</a></p>
        <h1>"Jämför och välj"</h1>
        {refused.map(|sentence| view! {
            <div class="notice" data-kind="error" role="alert"><p>{sentence}</p></div>
        })}
        {match &texts.draft {
            None => view! { <p>"Du har inga ändringar som inte är sparade."</p> }.into_any(),
            Some((version, fields)) => choice(texts, *version, fields).into_any(),
        }}
    }
}

fn choice(texts: &Comparing<'_>, version: DraftVersion, fields: &[FieldDifference]) -> impl IntoView + use<> {
    let (post, now) = (texts.post, texts.now);
    let theirs = match texts.newest {
        None => "Den sparade texten är tom.".to_owned(),
        Some(newest) => {
            let who = newest.by.clone().unwrap_or_else(|| "Guldkorn".into());
            format!("Den sparade versionen är från {}, av {who}.", time_today_or_date(newest.saved_at, now))
        }
    };
    view! {
        <p>{theirs} {format!(" Din text är från {}.", time_today_or_date(version.saved_at(), now))}</p>
        <p class="quiet">"Det som bara står i den sparade versionen är struket. Det som bara står i din text är understruket."</p>
        {differences(fields)}
        <div class="row">
            <form method="post" action=SaveDraft::url()>
                <IdempotencyKey/>
                <input type="hidden" name="id" value=post.id/>
                <input type="hidden" name="base_revision" value=post.newest/>
                <button class="button">"Spara min text"</button>
            </form>
            <form method="post" action=DiscardDraft::url()>
                <IdempotencyKey/>
                <input type="hidden" name="id" value=post.id/>
                <button class="button plain">"Ta den sparade versionen"</button>
            </form>
            <a class="button plain" href=paths::edit_post(post.id)>"Fortsätt skriva i min text"</a>
        </div>
        <p class="quiet">"Alla sparade versioner finns kvar, vad du än väljer."</p>
    }
}
