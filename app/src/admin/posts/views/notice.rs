//! What was done, what was left out, and the way to undo it.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::admin::posts::api::{TagMany, TakeBackMany, TrashMany, UntagMany};
use crate::admin::posts::many::{Flash, Many, ManyAction};
use crate::ui::IdempotencyKey;

/// The notice at the head of the list. Takes the focus: the page was loaded because of it.
pub(super) fn notice(flash: &Flash, back: &str) -> Option<AnyView> {
    if flash.message.is_empty() {
        return None;
    }
    let left_out = flash
        .more
        .left_out
        .iter()
        .map(|(title, why)| view! { <li><b>{title.clone()}</b> ": " {why.clone()}</li> });
    let left_out = left_out.collect::<Vec<_>>();
    let left_out = (!left_out.is_empty()).then(|| view! { <p>"Utelämnat:"</p> <ul>{left_out}</ul> });
    let sentence = flash.message.clone();
    Some(if flash.is_error {
        let sentence = if flash.more.is_about_tag {
            view! { <a href="#tag">{sentence}</a> }.into_any()
        } else {
            sentence.into_any()
        };
        view! {
            <div class="notice flash" data-kind="error" role="alert" tabindex="-1" autofocus=true>
                <p>{sentence}</p>
                {left_out}
            </div>
        }
        .into_any()
    } else {
        let undo = flash.more.undo.as_ref().map(|(action, many)| undo(*action, many, back));
        view! {
            <div class="notice flash" data-kind="done" tabindex="-1" autofocus=true>
                <p role="status">{sentence}</p>
                {left_out}
                {undo}
            </div>
        }
        .into_any()
    })
}

fn undo(action: ManyAction, many: &Many, back: &str) -> impl IntoView {
    let url = match action {
        ManyAction::Tag => TagMany::url(),
        ManyAction::Untag => UntagMany::url(),
        ManyAction::MoveToTrash => TrashMany::url(),
        ManyAction::RestoreFromTrash => TakeBackMany::url(),
    };
    let posts = many.posts.iter().map(|post| view! { <input type="hidden" name="posts[]" value=*post/> });
    view! {
        <form method="post" action=url>
            <IdempotencyKey/>
            {posts.collect_view()}
            <input type="hidden" name="tag" value=many.tag.clone()/>
            <input type="hidden" name="back" value=back.to_owned()/>
            <button class="button plain">"Ångra"</button>
        </form>
    }
}
