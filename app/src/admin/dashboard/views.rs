//! What the dashboard looks like.

use crate::posts::PostId;
use crate::time::UnixMillis;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::backups::failing;
use super::caches;
use super::concerns;
use super::consents::warning;
use super::letters;
use super::messages::waiting;
use super::reserves::filled;
use super::statement::owed;
use super::{Dashboard, EmptyDoors};
use crate::admin::board::small_board;
use crate::admin::create::{begin_on_door, begin_page, begin_posts};
use crate::admin::first_hour::on_dashboard;
use crate::admin::post_kinds::kind_in_words;
use crate::admin::relative_time::{ago, days_until, upcoming, upcoming_day};
use crate::audit_log::AuditEntry;
use crate::calendar::editing::day_list;
use crate::paths;
use crate::posts::checks::{self, PostFacts};
use crate::posts::store::doors::Door;
use crate::posts::store::overview::DashboardPost;
use crate::posts::{EditablePost, Language, PostState};
use crate::staff::api::LogOut;
use crate::staff::{Role, Staff};
use crate::ui::IdempotencyKey;

/// The page. `proxy` is what the proxy in front of the server leaves out.
pub(super) fn dashboard(dashboard: &Dashboard, staff: &Staff, proxy: &[String]) -> impl IntoView {
    let (now, writes) = (dashboard.now, staff.role >= Role::Writer);
    let ready = if staff.role >= Role::Editor { "Väntar på dig" } else { "Klart för publicering" };
    view! {
        <header class="section-head">
            <h1>{format!("Hej, {}", staff.name)}</h1>
            <form method="post" action=LogOut::url()><IdempotencyKey/><button class="button plain">"Logga ut"</button></form>
        </header>
        {proxy_notice(proxy)}
        {caches::outdated(dashboard.outdated.as_ref(), writes, now)}
        {failing(dashboard.backups.as_ref(), now)}
        {letters::failing(dashboard.letters, now)}
        {warnings(dashboard, writes)}
        {dashboard.is_fresh.then(|| fresh(writes))}
        {next(dashboard, writes)}
        {empty_doors(&dashboard.empty)}
        {dashboard.board.as_ref().and_then(small_board)}
        {filled(&dashboard.filled, now)}
        {warning(dashboard.consents)}
        {waiting(dashboard.messages)}
        {owed(dashboard.statement)}
        {dashboard.first_hour.as_ref().and_then(on_dashboard)}
        <div class="dashboard">
            {writes.then(|| view! {
                <section aria-labelledby="begin">
                    <h2 id="begin">"Skriv något nytt"</h2>
                    {begin_posts()}
                    {begin_page()}
                </section>
            })}
            {concerns::section(&dashboard.concerns, dashboard.now)}
            {texts("own", "Fortsätt skriva", &dashboard.own, writes, move |text| since(text, now))}
            {texts("waiting", ready, &dashboard.waiting, writes, move |text| since(text, now))}
            {texts("scheduled", "Schemalagt", &dashboard.scheduled, writes, move |text| {
                text.at.map(|at| upcoming(at, now)).unwrap_or_default()
            })}
            {recent(&dashboard.recent, writes, now)}
            <section aria-labelledby="account">
                <h2 id="account">"Ditt konto"</h2>
                <p>{format!("Du är inloggad som {}.", staff.role.in_words())}</p>
                <p class="quiet">{staff.email.clone()}</p>
            </section>
        </div>
    }
}

/// What the proxy leaves out.
fn proxy_notice(missing: &[String]) -> Option<impl IntoView> {
    let rows: Vec<_> = missing.iter().map(|sentence| view! { <li>{sentence.clone()}</li> }).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="notice warnings" data-kind="error" aria-labelledby="proxy">
                <h2 id="proxy">"Proxyn framför servern är inte rätt inställd"</h2>
                <p>
                    "Webbplatsens adress börjar med https, men så här kom den här sidan fram. Inloggningar är sämre                      skyddade tills det är ändrat."
                </p>
                <ul>{rows}</ul>
                <p>"Be den som sköter servern läsa kapitlet Proxy i docs/operating.md."</p>
            </section>
        }
    })
}

/// What must be done within a week.
fn warnings(dashboard: &Dashboard, writes: bool) -> Option<impl IntoView> {
    let now = dashboard.now;
    let gaps = dashboard.ahead.gaps.iter().map(|door| view! { <li>{gap(door, writes, now)}</li> });
    let hidden = dashboard.ahead.hidden.iter().map(|door| {
        let words = format!(
            "Kalendern {} är ett utkast. Lucka {} öppnas {}, men ingen ser den.",
            door.edition_title,
            door.day,
            upcoming_day(door.opens_at, now),
        );
        view! { <li><p>{words}</p></li> }
    });
    let rows: Vec<_> = hidden.map(IntoAny::into_any).chain(gaps.map(IntoAny::into_any)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="notice warnings" data-kind="error" aria-labelledby="warnings">
                <h2 id="warnings">"Det här saknas den närmaste veckan"</h2>
                <ul class="gaps">{rows}</ul>
            </section>
        }
    })
}

/// Names the doors that are empty, at every distance in time.
fn empty_doors(empty: &[EmptyDoors]) -> Option<impl IntoView + use<>> {
    let row = |doors: &EmptyDoors| {
        let state = if doors.is_published { "" } else { " Kalendern är ett utkast." };
        let are = if doors.days.len() == 1 { "är tom" } else { "är tomma" };
        view! {
            <li>
                <a href=paths::board(doors.edition)>{doors.title.clone()}</a>
                {format!(": lucka {} {are}.{state}", day_list(&doors.days))}
            </li>
        }
    };
    let rows: Vec<_> = empty.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="empty-doors" aria-labelledby="empty">
                <h2 id="empty">"Luckor utan text"</h2>
                <ul>{rows}</ul>
            </section>
        }
    })
}

/// Says whose the newest words are and how old, while they are not saved as a version.
fn unsaved(by: Option<&str>, at: Option<UnixMillis>, now: UnixMillis) -> String {
    let by = by.map(|name| format!(" av {name}")).unwrap_or_default();
    format!("Inte sparad som version, skriven{by} {}", at.map(|at| ago(at, now)).unwrap_or_default())
}

fn gap(door: &Door, writes: bool, now: UnixMillis) -> AnyView {
    let (day, when) = (door.day, upcoming_day(door.opens_at, now));
    let Some((post, title)) = door.post.zip(door.title.clone()) else {
        let begin = writes.then(|| begin_on_door(door.edition, day, format!("Skriv lucka {day}")));
        return view! { <p>{format!("Lucka {day} öppnas {when} och är tom.")}</p> {begin} }.into_any();
    };
    let words = match door.state {
        Some(PostState::Ready) => "är klar men inte publicerad",
        Some(PostState::Withdrawn) => "är tillbakadragen",
        _ => "är ett utkast",
    };
    view! {
        <p>
            {format!("Lucka {day} öppnas {when}. ")} {titled(post, title, Language::default(), writes)} {format!(" {words}.")}
        </p>
    }
    .into_any()
}

/// For a site on which nobody has written anything yet.
fn fresh(writes: bool) -> impl IntoView {
    let words = if writes {
        "Här är det tomt än så länge. Börja med att skriva ett inlägg: det syns inte för någon annan än redaktionen \
         förrän det publiceras."
    } else {
        "Här är det tomt än så länge. När någon har börjat skriva kan du läsa och förhandsgranska texterna här."
    };
    view! { <p class="intro">{words}</p> }
}

fn next(dashboard: &Dashboard, writes: bool) -> Option<impl IntoView> {
    let next = dashboard.ahead.next.as_ref()?;
    let when = format!("{}, {}", days_until(next.at, dashboard.now), upcoming(next.at, dashboard.now));
    let door = next.day.map(|day| format!("Lucka {day}: "));
    let what = match &dashboard.next {
        Some((work, _)) => {
            let words = work.newest_words();
            titled(work.id, words.title_or_untitled().to_owned(), words.language, writes)
        }
        None => "tom".into_any(),
    };
    let missing = dashboard.next.as_ref().map(|(work, facts)| missing(work, facts)).unwrap_or_default();
    let missing = (!missing.is_empty()).then(|| {
        let rows: Vec<_> = missing.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect();
        view! { <p>"Kvar att göra:"</p> <ul>{rows}</ul> }
    });
    Some(view! {
        <section class="next" aria-labelledby="next">
            <h2 id="next">"Öppnas härnäst"</h2>
            <p class="what">{door} {what}</p>
            <p class="quiet">{when}</p>
            {missing}
            {next.day.map(|_| view! { <p><a href=paths::BOARD>"Se alla dagar på tavlan"</a></p> })}
        </section>
    })
}

/// Returns what somebody has to do before readers can have the post.
fn missing(work: &EditablePost, facts: &PostFacts) -> Vec<String> {
    let holes =
        checks::missing(work.kind, work.words_for_readers(), facts).into_iter().map(|remark| remark.sentence);
    let undecided = (!work.status.is_decided()).then(|| "Publicera texten.".to_owned());
    holes.chain(undecided).collect()
}

/// A title, which links writers to the editor and others to the preview.
pub(super) fn titled(post: PostId, title: String, language: Language, writes: bool) -> AnyView {
    let way = if writes { paths::edit_post(post) } else { paths::preview_of_text(post) };
    view! { <a href=way lang=language.lang() dir="auto">{title}</a> }.into_any()
}

/// A list of posts, if there are any; `when` words the last of what is shown about each.
fn texts(
    id: &'static str,
    heading: &'static str,
    texts: &[DashboardPost],
    writes: bool,
    when: impl Fn(&DashboardPost) -> String,
) -> Option<AnyView> {
    let row = |text: &DashboardPost| {
        let kind = kind_in_words(text.kind, text.form).to_owned();
        let door = text.day.map(|day| format!("Lucka {day}")).unwrap_or_default();
        let parts = [kind, door, when(text)].into_iter().filter(|part| !part.is_empty());
        let about = parts.collect::<Vec<_>>().join(" · ");
        view! {
            <li>{titled(text.id, text.title.clone(), text.language, writes)} <p class="quiet">{about}</p></li>
        }
    };
    let rows: Vec<_> = texts.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! { <section aria-labelledby=id><h2 id=id>{heading}</h2> <ul class="dashboard-list">{rows}</ul></section> }
            .into_any()
    })
}

fn since(text: &DashboardPost, now: UnixMillis) -> String {
    let when = text.at.map(|at| ago(at, now)).unwrap_or_default();
    match text.state {
        _ if text.draft_at.is_some() => unsaved(text.draft_by.as_deref(), text.draft_at, now),
        PostState::Published => format!("Ändringar som läsarna inte har, {when}"),
        _ => when,
    }
}

fn recent(lines: &[AuditEntry], writes: bool, now: UnixMillis) -> Option<impl IntoView + use<>> {
    let row = |line: &AuditEntry| {
        let what = match (&line.title, line.post_id) {
            (Some(title), Some(post)) => titled(post, title.clone(), Language::parse(&line.language), writes),
            _ => "En text som inte längre visas".into_any(),
        };
        let action = line.action.in_words();
        let about = if line.about.is_empty() { String::new() } else { format!(" ({})", line.about) };
        let words = format!("{} {action}{about}, {}", line.staff_name, ago(line.at, now));
        view! { <li>{what} <p class="quiet">{words}</p></li> }
    };
    let rows: Vec<_> = lines.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section aria-labelledby="recent">
                <h2 id="recent">"Senast ändrat"</h2>
                <ul class="dashboard-list">{rows}</ul>
            </section>
        }
    })
}
