//! What is always at hand: how far the text has come, whether it is saved, and the next step.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::Desk;
use crate::admin::editor::acts::{Look, Publish, SayReady, TakeFromTrash};
use crate::admin::relative_time::time_today_or_date;
use crate::posts::PostStatus;
use crate::staff::Role;

/// The bar. Its first button is the one that Enter presses: it saves.
pub(super) fn bar(desk: &Desk<'_>) -> impl IntoView + use<> {
    let status = desk.work.status;
    let kept = if desk.is_draft {
        format!("Sparad {}", time_today_or_date(desk.known.saved_at(), desk.now))
    } else {
        String::new()
    };
    view! {
        <div class="bar">
            <p class="status" data-status=status.as_str()>{status.in_words()}</p>
            <p class="quiet" id="kept" role="status">{kept}</p>
            <p class="quiet" id="company" role="status">{desk.company.here.clone()}</p>
            <div class="row">
                {if status == PostStatus::Trash { from_trash().into_any() } else { steps(desk).into_any() }}
            </div>
        </div>
    }
}

fn from_trash() -> impl IntoView + use<> {
    view! { <button class="button" formaction=TakeFromTrash::url()>"Ta tillbaka"</button> }
}

fn steps(desk: &Desk<'_>) -> impl IntoView + use<> {
    let status = desk.work.status;
    let may_publish = desk.staff.role >= Role::Editor;
    let publish = match status {
        PostStatus::Draft | PostStatus::Ready => Some("Publicera"),
        PostStatus::Withdrawn => Some("Publicera igen"),
        PostStatus::Scheduled | PostStatus::Published => Some("Publicera ändringarna"),
        PostStatus::Trash => None,
    };
    view! {
        <button class="button plain">"Spara"</button>
        <button class="button plain" formaction=Look::url()>"Förhandsgranska"</button>
        {(status == PostStatus::Draft && !may_publish).then(|| view! {
            <button class="button" formaction=SayReady::url()>"Klar för publicering"</button>
        })}
        {publish.filter(|_| may_publish).map(|words| view! {
            <button class="button" formaction=Publish::url()>{words}</button>
        })}
    }
}
