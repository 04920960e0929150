//! How the journal is told.

use crate::staff::StaffId;
use leptos::prelude::*;

use super::handlers::Asked;
use crate::admin::fields::entry;
use crate::admin::moments::moment;
use crate::audit_log::AuditAction;
use crate::audit_log::store::Line;
use crate::paths;

/// The room. `people` are all who stand in the journal, by number and name.
pub(super) fn room(lines: &[Line], people: &[(StaffId, String)], asked: Asked, pages: u32) -> impl IntoView {
    let rows =
        lines.iter().map(|line| view! { <li>{told(line)} <p class="quiet">{moment(line.at)}</p></li> });
    let rows = rows.collect_view();
    view! {
        <h1>"Händelser"</h1>
        <p class="quiet">"Här står vad som har gjorts på webbplatsen. Listan går inte att ändra."</p>
        {filter(people, asked)}
        {lines.is_empty().then(|| view! { <p class="empty">"Här finns inga händelser."</p> })}
        <ul class="entries told">{rows}</ul>
        {ways(asked, pages)}
    }
}

/// "Anna publicerade texten Små steg".
fn told(line: &Line) -> impl IntoView {
    let action = AuditAction::parse(&line.action).map_or("gjorde något", AuditAction::in_words);
    let about = line.about.clone();
    let what = match (line.post_id, &line.title) {
        (Some(post), Some(title)) => {
            let about = (!about.is_empty()).then(|| format!(" ({about})"));
            view! { <a href=paths::edit_post(post)>{title.clone()}</a> {about} }.into_any()
        }
        (Some(_), None) => view! { "– en text som inte längre visas" }.into_any(),
        (None, _) => about.into_any(),
    };
    view! { <p><b>{line.staff_name.clone()}</b> " " {action} " " {what}</p> }
}

fn filter(people: &[(StaffId, String)], asked: Asked) -> impl IntoView {
    let everybody = [(String::new(), "Alla".to_owned())].into_iter();
    let people = everybody.chain(people.iter().map(|(id, name)| (id.to_string(), name.clone())));
    let actions = AuditAction::ALL.map(|action| (action.as_str().to_owned(), action.in_words().to_owned()));
    let actions = [(String::new(), "Allt".to_owned())].into_iter().chain(actions);
    view! {
        <form class="filter" method="get" action=paths::AUDIT_LOG>
            {entry("person", "person", "Vem")
                .value(asked.filter.staff.map(|id| id.to_string()).unwrap_or_default())
                .choice(people)}
            {entry("vad", "vad", "Vad")
                .value(asked.filter.action.map(AuditAction::as_str).unwrap_or_default())
                .choice(actions)}
            <button class="button plain">"Visa"</button>
        </form>
    }
}

fn ways(asked: Asked, pages: u32) -> impl IntoView {
    (pages > 1).then(|| {
        let newer = (asked.page > 1).then(|| asked.page(asked.page - 1));
        let older = (asked.page < pages).then(|| asked.page(asked.page + 1));
        view! {
            <nav class="pagination" aria-label="Sidor">
                <ul>
                    {newer.map(|to| view! { <li><a rel="prev" href=to>"← Nyare"</a></li> })}
                    <li>{format!("Sida {} av {pages}", asked.page)}</li>
                    {older.map(|to| view! { <li><a rel="next" href=to>"Äldre →"</a></li> })}
                </ul>
            </nav>
        }
    })
}
