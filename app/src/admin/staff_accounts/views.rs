//! The list of accounts, and the forms that change it.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{ChangeRole, CloseAccount, Invite, OpenAccount, RenewLink};
use super::handlers::More;
use crate::admin::flash::Flash;
use crate::admin::relative_time::date_and_time;
use crate::mail::Delivery;
use crate::staff::accounts::StaffAccount;
use crate::staff::{Role, StaffId};
use crate::time::UnixMillis;
use crate::ui::{Field, IdempotencyKey};

/// Shows everything below the page's heading. `own` is the account of the admin who looks at it.
pub(super) fn accounts(accounts: &[StaffAccount], own: StaffId, flash: &Flash<More>) -> impl IntoView {
    let list = accounts.iter().map(|account| view! { <li>{row(account, own)}</li> }).collect_view();
    view! {
        {flash.notice(None)}
        <ul class="entries">{list}</ul>
        <section aria-labelledby="invite">
            <h2 id="invite">"Bjud in någon"</h2>
            {invitation(flash)}
        </section>
    }
}

/// Says what became of a link's letter, and what the admin has to do.
pub(super) fn instructions(delivery: Delivery, email: &str) -> String {
    let what = match delivery {
        Delivery::NotConfigured => "Skicka länken till personen, som väljer lösenord där.".into(),
        Delivery::Sent => format!("Länken är skickad till {email}. Du kan också skicka den själv."),
        Delivery::Pending => {
            format!("Länken är på väg till {email}. Kommer den inte fram kan du skicka den själv.")
        }
        Delivery::Failed => {
            format!("Det gick inte att skicka länken till {email}. Skicka den själv till personen.")
        }
    };
    format!("{what} Den går att använda en gång, inom sju dagar. Den visas bara nu.")
}

fn row(account: &StaffAccount, own: StaffId) -> impl IntoView {
    let state = match (account.is_active(), account.has_password) {
        (false, _) => "Kontot är stängt",
        (true, false) => "Har inte valt lösenord än",
        (true, true) => "",
    };
    let seen = account
        .last_seen_at
        .map_or("Har aldrig varit här".into(), |at| format!("Senast här {}", date_and_time(at)));
    let facts = [account.role.in_words(), state].into_iter().filter(|words| !words.is_empty());
    view! {
        <h2>{account.name.clone()} {(account.id == own).then_some(" (du)")}</h2>
        <p>{facts.collect::<Vec<_>>().join(" · ")}</p>
        <p class="quiet">{account.email.clone()}</p>
        <p class="quiet">{seen}</p>
        <details>
            <summary>"Ändra" <span class="visually-hidden">" " {account.name.clone()}</span></summary>
            {forms(account)}
        </details>
    }
}

fn forms(account: &StaffAccount) -> impl IntoView {
    let (id, name) = (account.id, account.name.clone());
    let select = format!("role-{id}");
    let replaces = account.link_expires_at.unwrap_or(UnixMillis(0)).0;
    let for_whom = move || view! { <span class="visually-hidden">{format!(" för {name}")}</span> };
    let (action, label, class) = if account.is_active() {
        (CloseAccount::url(), "Stäng kontot", "button danger")
    } else {
        (OpenAccount::url(), "Öppna kontot igen", "button plain")
    };
    view! {
        <form method="post" action=ChangeRole::url()>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=id/>
            <div class="field">
                <label for=select.clone()>"Roll"</label>
                <select id=select name="role">{roles(account.role)}</select>
            </div>
            <button class="button plain">"Byt roll" {for_whom()}</button>
        </form>
        {account.is_active().then(|| view! {
            <form method="post" action=RenewLink::url()>
                <IdempotencyKey/>
                <input type="hidden" name="id" value=id/>
                <input type="hidden" name="replaces" value=replaces/>
                <p class="hint">"Den som har glömt sitt lösenord väljer ett nytt med en länk. Till dess gäller det gamla."</p>
                <button class="button plain">"Skapa ny länk" {for_whom()}</button>
            </form>
        })}
        <form method="post" action=action>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=id/>
            <button class=class>{label} {for_whom()}</button>
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

fn invitation(flash: &Flash<More>) -> impl IntoView + use<> {
    let typed = flash.more.typed.clone();
    let error = |field: &str| Signal::stored(flash.errors.message_for(field).map(str::to_owned));
    let role = typed.role.parse().unwrap_or(Role::Writer);
    view! {
        <form method="post" action=Invite::url() novalidate=true>
            <IdempotencyKey/>
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
