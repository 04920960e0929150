//! The forms in which somebody comments or answers.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::Page;
use crate::admin::comments::api::AddComment;
use crate::admin::comments::handlers::Sent;
use crate::comments::LONGEST;
use crate::ids::CommentId;
use crate::ui::{IdempotencyKey, TextArea};

/// The form for a comment on a paragraph, or on the whole text. It is folded until somebody wants it, or what was typed in it
/// was refused. `about` says to screen readers which paragraph it is, since every paragraph has such a form.
pub(super) fn comment_form(
    page: &Page<'_>,
    block: Option<usize>,
    summary: &'static str,
    about: &str,
) -> impl IntoView + use<> {
    let key = Sent { block, ..Sent::default() }.form();
    let about =
        (!about.is_empty()).then(|| view! { <span class="visually-hidden">{format!(" ({about})")}</span> });
    let words = block.map(|_| words_field(page, &key));
    view! {
        <details class="comment-form" open=page.typed(&key).is_some()>
            <summary>{summary} {about}</summary>
            <form method="post" action=AddComment::url()>
                <IdempotencyKey/>
                <input type="hidden" name="post" value=page.commented.post.id/>
                <input type="hidden" name="block" value=block.map(|block| block.to_string())/>
                {words}
                {body_field(page, &key, "Kommentar")}
                <button class="button">"Spara kommentaren"</button>
            </form>
        </details>
    }
}

/// The form for an answer.
pub(super) fn answer_form(page: &Page<'_>, id: CommentId, about: String) -> impl IntoView + use<> {
    let key = Sent { answers: id, ..Sent::default() }.form();
    view! {
        <details class="comment-form" open=page.typed(&key).is_some()>
            <summary>"Svara" <span class="visually-hidden">{format!(" på {about}")}</span></summary>
            <form method="post" action=AddComment::url()>
                <IdempotencyKey/>
                <input type="hidden" name="post" value=page.commented.post.id/>
                <input type="hidden" name="answers" value=id/>
                {body_field(page, &key, "Svar")}
                <button class="button">"Spara svaret"</button>
            </form>
        </details>
    }
}

fn words_field(page: &Page<'_>, key: &str) -> impl IntoView + use<> {
    let (id, hint) = (format!("ord-{key}"), format!("ord-{key}-hint"));
    let typed = page.typed(key);
    let error = page.flash.errors.message_for(&id).map(str::to_owned);
    view! {
        <div class="field">
            <label for=id.clone()>"Vilka ord gäller det?"</label>
            <p class="hint" id=hint.clone()>"Skriv dem som de står i texten. Lämna tomt om det gäller hela stycket."</p>
            <input
                id=id name="words" dir="auto" autocomplete="off" value=typed.map(|sent| sent.words.clone())
                aria-describedby=hint aria-invalid=error.is_some().then_some("true") data-field="words"
            />
            <input type="hidden" name="before" value=typed.map(|sent| sent.before.clone()) data-field="before"/>
        </div>
    }
}

fn body_field(page: &Page<'_>, key: &str, label: &'static str) -> impl IntoView + use<> {
    let (id, hint) = (format!("kommentar-{key}"), format!("kommentar-{key}-hint"));
    let text = page.typed(key).map(|sent| sent.body.clone()).unwrap_or_default();
    let invalid = page.flash.errors.message_for(&id).map(|_| "true");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <p class="hint" id=hint.clone()>{format!("Högst {LONGEST} tecken. Läsarna ser den aldrig.")}</p>
            <TextArea name="body" id=id text rows=3 attr:dir="auto" attr:aria-describedby=hint attr:aria-invalid=invalid attr:data-field="body"/>
        </div>
    }
}
