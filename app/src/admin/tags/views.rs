//! The list of tags and its forms.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{AddTag, ChangeTag, DeleteTag, MergeTags, RestoreTag};
use super::drawings::drawings;
use super::handlers::More;
use crate::admin::flash::Flash;
use crate::admin::form_field::form_field;
use crate::paths;
use crate::posts::TagId;
use crate::posts::tags::{Deleted, TagForm, TagRow};
use crate::ui::IdempotencyKey;

/// Shows every tag, with forms for those who may change them.
pub(super) fn page(tags: &[TagRow], flash: &Flash<More>, may_change: bool) -> impl IntoView {
    let rows = tags
        .iter()
        .map(|tag| view! { <li id=format!("etikett-{}", tag.id)>{row(tag, tags, flash, may_change)}</li> });
    let rows = rows.collect_view();
    view! {
        <h1>"Etiketter"</h1>
        {flash.notice(flash.more.undo.as_ref().map(undo_form))}
        {tags.is_empty().then(|| view! { <p class="empty">"Här finns inga etiketter än."</p> })}
        <ul class="entries">{rows}</ul>
        {may_change.then(|| new_tag(flash))}
    }
}

fn undo_form(deleted: &Deleted) -> AnyView {
    view! {
        <form method="post" action=RestoreTag::url()>
            <IdempotencyKey/>
            <input type="hidden" name="name" value=deleted.name.clone()/>
            <input type="hidden" name="slug" value=deleted.slug.clone()/>
            <input type="hidden" name="look[introduction]" value=deleted.introduction.clone()/>
            <input type="hidden" name="look[drawing]" value=deleted.drawing.clone()/>
            <input type="hidden" name="texts" value=deleted.texts.clone()/>
            <input type="hidden" name="former" value=deleted.former.clone()/>
            <input type="hidden" name="into" value=deleted.into/>
            <input type="hidden" name="given" value=deleted.given.clone()/>
            <button class="button plain">"Ångra"</button>
        </form>
    }
    .into_any()
}

fn row(tag: &TagRow, tags: &[TagRow], flash: &Flash<More>, may_change: bool) -> impl IntoView {
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
    // A form with an error is unfolded.
    let is_open = flash.is_error && flash.more.id == tag.id;
    view! {
        <h2>{name}</h2>
        <p class="quiet">{texts} " · " {paths::tag(&tag.slug)}</p>
        {(!tag.introduction.is_empty()).then(|| view! { <p>{tag.introduction.clone()}</p> })}
        {may_change.then(|| view! {
            <details open=is_open>
                <summary>"Ändra" <span class="visually-hidden">" " {tag.name.clone()}</span></summary>
                {forms(tag, tags, flash, is_open)}
            </details>
        })}
    }
}

fn forms(tag: &TagRow, tags: &[TagRow], flash: &Flash<More>, is_open: bool) -> impl IntoView {
    let id = tag.id;
    let about = format!("på {}", tag.name);
    // The form for merging has nothing typed.
    let typed = if is_open && flash.more.typed != TagForm::default() {
        flash.more.typed.clone()
    } else {
        TagForm {
            name: tag.name.clone(),
            slug: tag.slug.clone(),
            introduction: tag.introduction.clone(),
            drawing: tag.drawing.clone(),
        }
    };
    let others = tags.iter().filter(|other| other.id != id);
    let others = others.map(|other| (other.id.to_string(), other.name.clone()));
    let others = [(String::new(), "Välj etikett".to_owned())].into_iter().chain(others);
    let of_tag = || view! { <span class="visually-hidden">" " {tag.name.clone()}</span> };
    view! {
        <form method="post" action=ChangeTag::url() novalidate=true>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=id/>
            <input type="hidden" name="was_name" value=tag.name.clone()/>
            <input type="hidden" name="was_slug" value=tag.slug.clone()/>
            <input type="hidden" name="was[introduction]" value=tag.introduction.clone()/>
            <input type="hidden" name="was[drawing]" value=tag.drawing.clone()/>
            {form_field(format!("name-{id}"), "name", "Namn")
                .about(about.clone())
                .value(typed.name)
                .errors(&flash.errors)
                .line("text")}
            {form_field(format!("slug-{id}"), "slug", "Adress")
                .about(about.clone())
                .value(typed.slug)
                .hint("Den gamla adressen leder vidare till den nya.")
                .errors(&flash.errors)
                .line("text")}
            {form_field(format!("introduction-{id}"), "look[introduction]", "Inledning")
                .about(about)
                .value(typed.introduction)
                .hint("En eller två meningar som står först på etikettens sida och i sökmotorernas träffar.")
                .errors(&flash.errors)
                .lines(2)}
            {drawings(&format!("drawing-{id}"), &tag.slug, &typed.drawing, &flash.errors)}
            <button class="button plain">"Spara" {of_tag()}</button>
        </form>
        {(tags.len() > 1).then(|| view! {
            <form method="post" action=MergeTags::url() novalidate=true>
                <IdempotencyKey/>
                <input type="hidden" name="id" value=id/>
                {form_field(format!("into-{id}"), "into", "Slå ihop med")
                    .hint("Texterna får den andra etiketten i stället för den här, och adressen leder dit.")
                    .errors(&flash.errors)
                    .choice(others)}
                <button class="button plain">"Slå ihop" {of_tag()}</button>
            </form>
        })}
        <form method="post" action=DeleteTag::url()>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=id/>
            <button class="button danger">"Ta bort" {of_tag()}</button>
        </form>
    }
}

fn new_tag(flash: &Flash<More>) -> impl IntoView {
    let typed = if flash.more.id == TagId::NONE { flash.more.typed.name.clone() } else { String::new() };
    view! {
        <section aria-labelledby="ny">
            <h2 id="ny">"Ny etikett"</h2>
            <form method="post" action=AddTag::url() novalidate=true>
                <IdempotencyKey/>
                {form_field("name-0", "name", "Namn").value(typed).errors(&flash.errors).line("text")}
                <button class="button">"Lägg till"</button>
            </form>
        </section>
    }
}
