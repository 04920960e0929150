//! What is always at hand: how far the text has come, whether it is saved, and the next step.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::Desk;
use crate::admin::moments::lately;
use crate::admin::writing::acts::{Look, Publish, SayReady, TakeFromTrash};
use crate::staff::Role;
use crate::writing::Standing;

/// The bar. Its first button is the one that Enter presses: it saves.
pub(super) fn bar(desk: &Desk<'_>) -> impl IntoView + use<> {
    let standing = desk.work.standing;
    let kept = if desk.is_draft { format!("Sparad {}", lately(desk.known, desk.now)) } else { String::new() };
    view! {
        <div class="bar">
            <p class="standing" data-standing=standing.as_str()>{standing.in_words()}</p>
            <p class="quiet" id="kept" role="status">{kept}</p>
            <p class="quiet" id="company" role="status">{desk.company.here.clone()}</p>
            <div class="row">
                {if standing == Standing::Trash { from_trash().into_any() } else { steps(desk).into_any() }}
            </div>
        </div>
    }
}

fn from_trash() -> impl IntoView + use<> {
    view! { <button class="button" formaction=TakeFromTrash::url()>"Ta tillbaka"</button> }
}

fn steps(desk: &Desk<'_>) -> impl IntoView + use<> {
    let standing = desk.work.standing;
    let may_publish = desk.staff.role >= Role::Editor;
    let publish = match standing {
        Standing::Draft | Standing::Ready => Some("Publicera"),
        Standing::Withdrawn => Some("Publicera igen"),
        Standing::Scheduled | Standing::Published => Some("Publicera ändringarna"),
        Standing::Trash => None,
    };
    view! {
        <button class="button plain">"Spara"</button>
        <button class="button plain" formaction=Look::url()>"Förhandsgranska"</button>
        {(standing == Standing::Draft && !may_publish).then(|| view! {
            <button class="button" formaction=SayReady::url()>"Klar för publicering"</button>
        })}
        {publish.filter(|_| may_publish).map(|words| view! {
            <button class="button" formaction=Publish::url()>{words}</button>
        })}
    }
}
