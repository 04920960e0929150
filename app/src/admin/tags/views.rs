//! The list of tags and its forms.

use crate::posts::TagId;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{AddTag, ChangeTag, DeleteTag, MergeTags, RestoreTag};
use super::handlers::More;
use crate::admin::fields::entry;
use crate::admin::flash::Flash;
use crate::paths;
use crate::posts::tags::{Deleted, Subject};

/// The room.
pub(super) fn room(tags: &[Subject], flash: &Flash<More>, may_change: bool) -> impl IntoView {
    let rows = tags
        .iter()
        .map(|tag| view! { <li id=format!("etikett-{}", tag.id)>{row(tag, tags, flash, may_change)}</li> });
    let rows = rows.collect_view();
    view! {
        <h1>"Etiketter"</h1>
        {flash.notice(flash.more.back.as_ref().map(undo))}
        {tags.is_empty().then(|| view! { <p class="empty">"Här finns inga etiketter än."</p> })}
        <ul class="entries">{rows}</ul>
        {may_change.then(|| new(flash))}
    }
}

fn undo(back: &Deleted) -> AnyView {
    view! {
        <form method="post" action=RestoreTag::url()>
            <input type="hidden" name="name" value=back.name.clone()/>
            <input type="hidden" name="slug" value=back.slug.clone()/>
            <input type="hidden" name="texts" value=back.texts.clone()/>
            <input type="hidden" name="former" value=back.former.clone()/>
            <input type="hidden" name="into" value=back.into/>
            <input type="hidden" name="given" value=back.given.clone()/>
            <button class="button plain">"Ångra"</button>
        </form>
    }
    .into_any()
}

fn row(tag: &Subject, tags: &[Subject], flash: &Flash<More>, may_change: bool) -> impl IntoView {
    let texts = match tag.texts {
        0 => "Inga texter".to_owned(),
        1 => format!("1 text, {} publik", tag.public),
        texts => format!("{texts} texter, {} publika", tag.public),
    };
    let name = if tag.public > 0 {
        view! { <a href=paths::tag(&tag.slug) rel="external">{tag.name.clone()}</a> }.into_any()
    } else {
        tag.name.clone().into_any()
    };
    // A form with something wrong in it is unfolded.
    let is_open = flash.is_error && flash.more.id == tag.id;
    view! {
        <h2>{name}</h2>
        <p class="quiet">{texts} " · " {paths::tag(&tag.slug)}</p>
        {may_change.then(|| view! {
            <details open=is_open>
                <summary>"Ändra" <span class="visually-hidden">" " {tag.name.clone()}</span></summary>
                {changes(tag, tags, flash, is_open)}
            </details>
        })}
    }
}

fn changes(tag: &Subject, tags: &[Subject], flash: &Flash<More>, is_again: bool) -> impl IntoView {
    let id = tag.id;
    let about = format!("på {}", tag.name);
    // Merging has its own form, and types nothing here.
    let typed = if is_again && !flash.more.name.is_empty() | !flash.more.slug.is_empty() {
        (&flash.more.name, &flash.more.slug)
    } else {
        (&tag.name, &tag.slug)
    };
    let others = tags.iter().filter(|other| other.id != id);
    let others = others.map(|other| (other.id.to_string(), other.name.clone()));
    let others = [(String::new(), "Välj etikett".to_owned())].into_iter().chain(others);
    let whose = || view! { <span class="visually-hidden">" " {tag.name.clone()}</span> };
    view! {
        <form method="post" action=ChangeTag::url() novalidate=true>
            <input type="hidden" name="id" value=id/>
            <input type="hidden" name="was_name" value=tag.name.clone()/>
            <input type="hidden" name="was_slug" value=tag.slug.clone()/>
            {entry(format!("name-{id}"), "name", "Namn")
                .about(about.clone())
                .value(typed.0.clone())
                .errors(&flash.errors)
                .line("text")}
            {entry(format!("slug-{id}"), "slug", "Adress")
                .about(about)
                .value(typed.1.clone())
                .hint("Den gamla adressen leder vidare till den nya.")
                .errors(&flash.errors)
                .line("text")}
            <button class="button plain">"Spara" {whose()}</button>
        </form>
        {(tags.len() > 1).then(|| view! {
            <form method="post" action=MergeTags::url() novalidate=true>
                <input type="hidden" name="id" value=id/>
                {entry(format!("into-{id}"), "into", "Slå ihop med")
                    .hint("Texterna får den andra etiketten i stället för den här, och adressen leder dit.")
                    .errors(&flash.errors)
                    .choice(others)}
                <button class="button plain">"Slå ihop" {whose()}</button>
            </form>
        })}
        <form method="post" action=DeleteTag::url()>
            <input type="hidden" name="id" value=id/>
            <button class="button danger">"Ta bort" {whose()}</button>
        </form>
    }
}

fn new(flash: &Flash<More>) -> impl IntoView {
    let typed = if flash.more.id == TagId::NONE { flash.more.name.clone() } else { String::new() };
    view! {
        <section aria-labelledby="ny">
            <h2 id="ny">"Ny etikett"</h2>
            <form method="post" action=AddTag::url() novalidate=true>
                {entry("name-0", "name", "Namn").value(typed).errors(&flash.errors).line("text")}
                <button class="button">"Lägg till"</button>
            </form>
        </section>
    }
}
