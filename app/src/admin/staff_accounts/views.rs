//! The list of people, and the forms that change it.

use crate::staff::StaffId;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{ChangeRole, CloseAccount, Invite, OpenAccount, RenewLink};
use super::handlers::Flash;
use crate::admin::moments::moment;
use crate::mail::Posted;
use crate::staff::Role;
use crate::staff::administration::Person;
use crate::ui::Field;

/// Everything below the room's heading. `own` is the number of the asker's own account.
pub(super) fn room(people: &[Person], own: StaffId, flash: Flash) -> impl IntoView {
    let list = people.iter().map(|person| view! { <li>{entry(person, own)}</li> }).collect_view();
    view! {
        {notice(&flash)}
        <ul class="entries">{list}</ul>
        <section aria-labelledby="invite">
            <h2 id="invite">"Bjud in någon"</h2>
            {invitation(flash)}
        </section>
    }
}

/// What an admin has to do with a link for somebody.
pub(super) fn about_link(posted: Posted, email: &str) -> String {
    let what = match posted {
        Posted::NoWay => "Skicka länken till personen, som väljer lösenord där.".into(),
        Posted::Sent => format!("Länken är skickad till {email}. Du kan också skicka den själv."),
        Posted::UnderWay => {
            format!("Länken är på väg till {email}. Kommer den inte fram kan du skicka den själv.")
        }
        Posted::Failed => {
            format!("Det gick inte att skicka länken till {email}. Skicka den själv till personen.")
        }
    };
    format!("{what} Den går att använda en gång, inom sju dagar. Den visas bara nu.")
}

/// Takes the focus when something is wrong: the page was loaded because of it.
fn notice(flash: &Flash) -> Option<AnyView> {
    let sentence = flash.sentence.clone();
    (!sentence.is_empty()).then(|| match &flash.field {
        Some(field) => view! {
            <div class="notice" data-kind="error" role="alert" tabindex="-1" autofocus=true>
                <p><a href=format!("#{field}")>{sentence}</a></p>
            </div>
        }
        .into_any(),
        None if flash.is_error => view! {
            <div class="notice" data-kind="error" role="alert" tabindex="-1" autofocus=true><p>{sentence}</p></div>
        }
        .into_any(),
        None => view! { <div class="notice" data-kind="done" role="status"><p>{sentence}</p></div> }.into_any(),
    })
}

fn entry(person: &Person, own: StaffId) -> impl IntoView {
    let state = match (person.active, person.has_password) {
        (false, _) => "Kontot är stängt",
        (true, false) => "Har inte valt lösenord än",
        (true, true) => "",
    };
    let seen =
        person.last_seen_at.map_or("Har aldrig varit här".into(), |at| format!("Senast här {}", moment(at)));
    let about = [person.role.in_words(), state].into_iter().filter(|words| !words.is_empty());
    view! {
        <h2>{person.name.clone()} {(person.id == own).then_some(" (du)")}</h2>
        <p>{about.collect::<Vec<_>>().join(" · ")}</p>
        <p class="quiet">{person.email.clone()}</p>
        <p class="quiet">{seen}</p>
        <details>
            <summary>"Ändra" <span class="visually-hidden">" " {person.name.clone()}</span></summary>
            {changes(person)}
        </details>
    }
}

fn changes(person: &Person) -> impl IntoView {
    let (id, name) = (person.id, person.name.clone());
    let select = format!("role-{id}");
    let for_whom = move || view! { <span class="visually-hidden">{format!(" för {name}")}</span> };
    let (action, words, class) = if person.active {
        (CloseAccount::url(), "Stäng kontot", "button danger")
    } else {
        (OpenAccount::url(), "Öppna kontot igen", "button plain")
    };
    view! {
        <form method="post" action=ChangeRole::url()>
            <input type="hidden" name="id" value=id/>
            <div class="field">
                <label for=select.clone()>"Roll"</label>
                <select id=select name="role">{roles(person.role)}</select>
            </div>
            <button class="button plain">"Byt roll" {for_whom()}</button>
        </form>
        {person.active.then(|| view! {
            <form method="post" action=RenewLink::url()>
                <input type="hidden" name="id" value=id/>
                <p class="hint">"Den som har glömt sitt lösenord väljer ett nytt med en länk. Till dess gäller det gamla."</p>
                <button class="button plain">"Skapa ny länk" {for_whom()}</button>
            </form>
        })}
        <form method="post" action=action>
            <input type="hidden" name="id" value=id/>
            <button class=class>{words} {for_whom()}</button>
        </form>
    }
}

fn roles(chosen: Role) -> impl IntoView {
    let option = |role: Role| {
        let words = match role {
            Role::Reviewer => "Granskare – läser och förhandsgranskar",
            Role::Writer => "Skribent – skriver, men publicerar inte",
            Role::Editor => "Redaktör – skriver och publicerar",
            Role::Admin => "Administratör – sköter även personer och inställningar",
        };
        view! { <option value=role.as_str() selected=role == chosen>{words}</option> }
    };
    Role::ALL.map(option).into_iter().collect_view()
}

fn invitation(flash: Flash) -> impl IntoView {
    let Flash { sentence, field, typed, .. } = flash;
    let error = move |name: &'static str| {
        let error = (field.as_deref() == Some(name)).then(|| sentence.clone());
        Signal::stored(error)
    };
    let role = typed.role.parse().unwrap_or(Role::Writer);
    view! {
        <form method="post" action=Invite::url() novalidate=true>
            <Field name="name" label="Namn" kind="text" value=typed.name autocomplete="off" error=error("name")/>
            <Field name="email" label="E-post" kind="email" value=typed.email autocomplete="off" error=error("email")/>
            <div class="field">
                <label for="role">"Roll"</label>
                <select id="role" name="role">{roles(role)}</select>
            </div>
            <button class="button">"Bjud in"</button>
        </form>
    }
}
