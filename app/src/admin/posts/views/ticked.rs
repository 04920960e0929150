//! What can be done with the ticked texts.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::admin::posts::api::{TrashMany, UntagMany};
use crate::admin::posts::many::Flash;
use crate::posts::store::choices::Choices;
use crate::staff::Role;

/// The buttons. The form itself leads to the first of them. Writers throw away only what they began, so they do it in the
/// text itself.
pub(super) fn ticked(choices: &Choices, flash: &Flash, is_trash: bool, role: Role) -> AnyView {
    if is_trash {
        return view! {
            <fieldset class="ticked">
                <legend>"Markerade texter"</legend>
                <button class="button">"Ta tillbaka"</button>
            </fieldset>
        }
        .into_any();
    }
    let names =
        choices.tags.iter().map(|(_, name)| view! { <option value=name.clone()></option> }).collect_view();
    let error = flash
        .more
        .is_about_tag
        .then(|| view! { <p class="error" id="tag-error">{flash.message.clone()}</p> });
    view! {
        <fieldset class="ticked">
            <legend>"Markerade texter"</legend>
            <div class="field">
                <label for="tag">"Etikett"</label>
                {error}
                <input
                    id="tag"
                    name="tag"
                    type="text"
                    list="tags"
                    maxlength="60"
                    autocomplete="off"
                    value=flash.more.typed.tag.clone()
                    aria-invalid=flash.more.is_about_tag.then_some("true")
                    aria-describedby=flash.more.is_about_tag.then_some("tag-error")
                />
                <datalist id="tags">{names}</datalist>
            </div>
            <button class="button plain">"Sätt etikett"</button>
            <button class="button plain" formaction=UntagMany::url()>"Ta bort etikett"</button>
            {(role >= Role::Editor).then(|| view! {
                <button class="button danger" formaction=TrashMany::url()>"Lägg i papperskorgen"</button>
            })}
        </fieldset>
    }
    .into_any()
}
