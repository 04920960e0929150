//! The list of all entries.

use leptos::prelude::*;

use crate::admin::consents::person::ShownPerson;
use crate::admin::consents::words::{in_words, scope_in_words};
use crate::consent::{Consent, ConsentStatus};
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

/// The list. `place` is its page, from 1, and whether there is another one.
pub(in crate::admin::consents) fn list(
    entries: &[Listed],
    status: Option<ConsentStatus>,
    place: (usize, bool),
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
        {pagination(status, place)}
    }
}

fn statuses(chosen: Option<ConsentStatus>) -> impl IntoView + use<> {
    let link = |(status, words): (Option<ConsentStatus>, &'static str)| {
        let current = (status == chosen).then_some("true");
        view! { <li><a href=address(status, 1) aria-current=current>{words}</a></li> }
    };
    view! {
        <nav class="status-filters" aria-label="Hur samtycket står">
            <ul>{STATUSES.map(link).into_iter().collect_view()}</ul>
        </nav>
    }
}

fn address(status: Option<ConsentStatus>, page: usize) -> String {
    let status = status.map(|status| format!("lage={}", status.as_str()));
    let page = (page > 1).then(|| format!("sida={page}"));
    let query = [status, page].into_iter().flatten().collect::<Vec<_>>().join("&");
    if query.is_empty() { paths::CONSENTS.to_owned() } else { format!("{}?{query}", paths::CONSENTS) }
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
    view! {
        <li>
            <h2><a href=paths::consent(consent.post) dir="auto">{entry.title.clone()}</a></h2>
            <p class=class>{in_words(consent, now)}</p>
            <p class="quiet">{format!("Får visas: {}.", scope_in_words(consent.scope))}</p>
            {person.map(|who| view! { <p dir="auto">{who}</p> })}
        </li>
    }
}

fn pagination(
    status: Option<ConsentStatus>,
    (page, has_more): (usize, bool),
) -> Option<impl IntoView + use<>> {
    let newer = (page > 1).then(|| address(status, page - 1));
    let older = has_more.then(|| address(status, page + 1));
    (newer.is_some() || older.is_some()).then(|| {
        view! {
            <nav class="pagination" aria-label="Sidor">
                <ul>
                    {newer.map(|to| view! { <li><a rel="prev" href=to>"← Förra sidan"</a></li> })}
                    {older.map(|to| view! { <li><a rel="next" href=to>"Nästa sida →"</a></li> })}
                </ul>
            </nav>
        }
    })
}
