//! The audit log's page.

use leptos::prelude::*;

use super::query::AuditLogQuery;
use crate::admin::form_field::form_field;
use crate::admin::relative_time::date_and_time;
use crate::audit_log::{AuditAction, AuditEntry};
use crate::paths;
use crate::posts::Language;
use crate::staff::StaffId;

/// Shows entries with their filter. `authors` are the accounts to choose from.
pub(super) fn page(
    entries: &[AuditEntry],
    authors: &[(StaffId, String)],
    query: AuditLogQuery,
    pages: u32,
) -> impl IntoView {
    let rows = entries
        .iter()
        .map(|entry| view! { <li>{sentence(entry)} <p class="quiet">{date_and_time(entry.at)}</p></li> });
    let rows = rows.collect_view();
    view! {
        <h1>"Händelser"</h1>
        <p class="quiet">"Här står vad som har gjorts på webbplatsen. Listan går inte att ändra."</p>
        {filter(authors, query)}
        {entries.is_empty().then(|| view! { <p class="empty">"Här finns inga händelser."</p> })}
        <ul class="entries told">{rows}</ul>
        {pagination(query, pages)}
    }
}

/// "Anna publicerade texten Små steg".
fn sentence(entry: &AuditEntry) -> impl IntoView {
    let about = entry.about.clone();
    let target = match (entry.post_id, &entry.title) {
        (Some(post), Some(title)) => {
            let about = (!about.is_empty()).then(|| format!(" ({about})"));
            let lang = Language::parse(&entry.language).lang();
            view! { <a href=paths::edit_post(post) lang=lang dir="auto">{title.clone()}</a> {about} }
                .into_any()
        }
        (Some(_), None) => view! { "– en text som inte längre visas" }.into_any(),
        (None, _) => about.into_any(),
    };
    view! { <p><b>{entry.staff_name.clone()}</b> " " {entry.action.in_words()} " " {target}</p> }
}

fn filter(authors: &[(StaffId, String)], query: AuditLogQuery) -> impl IntoView {
    let everybody = [(String::new(), "Alla".to_owned())].into_iter();
    let authors = everybody.chain(authors.iter().map(|(id, name)| (id.to_string(), name.clone())));
    let actions = AuditAction::ALL.map(|action| (action.as_str().to_owned(), action.in_words().to_owned()));
    let actions = [(String::new(), "Allt".to_owned())].into_iter().chain(actions);
    view! {
        <form class="filter" method="get" action=paths::AUDIT_LOG>
            {form_field("person", "person", "Vem")
                .value(query.filter.staff.map(|id| id.to_string()).unwrap_or_default())
                .choice(authors)}
            {form_field("vad", "vad", "Vad")
                .value(query.filter.action.map(AuditAction::as_str).unwrap_or_default())
                .choice(actions)}
            <button class="button plain">"Visa"</button>
        </form>
    }
}

fn pagination(query: AuditLogQuery, pages: u32) -> impl IntoView {
    (pages > 1).then(|| {
        let newer = (query.page > 1).then(|| query.address_of(query.page - 1));
        let older = (query.page < pages).then(|| query.address_of(query.page + 1));
        view! {
            <nav class="pagination" aria-label="Sidor">
                <ul>
                    {newer.map(|to| view! { <li><a rel="prev" href=to>"← Nyare"</a></li> })}
                    <li>{format!("Sida {} av {pages}", query.page)}</li>
                    {older.map(|to| view! { <li><a rel="next" href=to>"Äldre →"</a></li> })}
                </ul>
            </nav>
        }
    })
}
