//! The list of all entries.

use leptos::prelude::*;

use crate::admin::consents::erase::recent_erasures;
use crate::admin::consents::person::ShownPerson;
use crate::admin::consents::words::{in_words, scope_in_words};
use crate::admin::pages_beside::pages_beside;
use crate::consent::{Consent, ConsentStatus};
use crate::erasure::Erasure;
use crate::paths;
use crate::time::UnixMillis;

/// An entry as a row.
pub(in crate::admin::consents) struct Listed {
    pub(in crate::admin::consents) consent: Consent,
    /// Title of its text.
    pub(in crate::admin::consents) title: String,
    /// Who it is; none for those who may not see it.
    pub(in crate::admin::consents) person: Option<ShownPerson>,
}

/// How consent stands, in as few words as fit side by side.
const STATUSES: [(Option<ConsentStatus>, &str); 6] = [
    (None, "Alla"),
    (Some(ConsentStatus::Given), "Givna"),
    (Some(ConsentStatus::Asked), "Frågade"),
    (Some(ConsentStatus::Unknown), "Okända"),
    (Some(ConsentStatus::Expired), "Har gått ut"),
    (Some(ConsentStatus::Withdrawn), "Återtagna"),
];

/// The list. With its page, from 1, and whether there is another one.
pub(in crate::admin::consents) fn list(
    entries: &[Listed],
    status: Option<ConsentStatus>,
    (page, has_more): (u32, bool),
    erasures: &[(Erasure, bool)],
    now: UnixMillis,
) -> impl IntoView + use<> {
    let rows = entries.iter().map(|entry| row(entry, now)).collect_view();
    let empty = match status {
        _ if !entries.is_empty() => None,
        None => Some("Ingen text är märkt som någons berättelse än. Öppna en text och välj Samtycke."),
        Some(_) => Some("Inget samtycke har det läget."),
    };
    view! {
        <h1>"Samtycken"</h1>
        <p class="quiet">
            "En text som berättar om någon visas bara medan personen har sagt ja till det. Det som går ut först står överst."
        </p>
        {statuses(status)}
        {empty.map(|words| view! { <p class="empty">{words}</p> })}
        <ul class="entries">{rows}</ul>
        {pages_beside(&address(status), page, has_more)}
        {recent_erasures(erasures)}
    }
}

fn statuses(chosen: Option<ConsentStatus>) -> impl IntoView + use<> {
    let link = |(status, words): (Option<ConsentStatus>, &'static str)| {
        let current = (status == chosen).then_some("true");
        view! { <li><a href=address(status) aria-current=current>{words}</a></li> }
    };
    view! {
        <nav class="status-filters" aria-label="Hur samtycket står">
            <ul>{STATUSES.map(link).into_iter().collect_view()}</ul>
        </nav>
    }
}

fn address(status: Option<ConsentStatus>) -> String {
    status.map_or_else(
        || paths::CONSENTS.to_owned(),
        |status| format!("{}?lage={}", paths::CONSENTS, status.as_str()),
    )
}

fn row(entry: &Listed, now: UnixMillis) -> impl IntoView + use<> {
    let consent = &entry.consent;
    let is_urgent = consent.ends_within(now).is_some() || !consent.lets_readers(now);
    let class = if is_urgent { "missing" } else { "quiet" };
    let person = entry.person.as_ref().and_then(|person| match person {
        ShownPerson::Nobody => None,
        ShownPerson::Known(person) => Some(person.who.clone()),
        ShownPerson::Unreadable => Some("Vem det är går inte att läsa: nyckeln saknas.".to_owned()),
    });
    let person = person.filter(|who| !who.is_empty());
    let is_known = matches!(&entry.person, Some(ShownPerson::Known(person)) if !person.who.is_empty());
    let everything = is_known.then(|| {
        let words = format!(" – {}", entry.title);
        view! {
            <p>
                <a href=paths::erase_text(consent.post, true)>
                    "Ta bort allt om personen" <span class="visually-hidden">{words}</span>
                </a>
            </p>
        }
    });
    view! {
        <li>
            <h2><a href=paths::consent(consent.post) dir="auto">{entry.title.clone()}</a></h2>
            <p class=class>{in_words(consent, now)}</p>
            <p class="quiet">{format!("Får visas: {}.", scope_in_words(consent.scope))}</p>
            {person.map(|who| view! { <p dir="auto">{who}</p> })}
            {everything}
        </li>
    }
}
