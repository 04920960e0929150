//! What the desk looks like.

use crate::posts::PostId;
use crate::time::UnixMillis;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::Desk;
use crate::admin::create::{begin_on_door, begin_page, begin_posts};
use crate::admin::post_kinds::kind_in_words;
use crate::admin::relative_time::{ago, days_until, upcoming, upcoming_day};
use crate::audit_log::AuditEntry;
use crate::paths;
use crate::posts::GuldkornForm;
use crate::posts::store::doors::Door;
use crate::posts::store::overview::OnDesk;
use crate::posts::{EditablePost, PostKind, PostStatus, checks};
use crate::staff::api::LogOut;
use crate::staff::{Role, Staff};

/// The room.
pub(super) fn desk(desk: &Desk, staff: &Staff) -> impl IntoView {
    let (now, writes) = (desk.now, staff.role >= Role::Writer);
    let waiting = if staff.role >= Role::Editor { "Väntar på dig" } else { "Klart för publicering" };
    view! {
        <header class="section-head">
            <h1>{format!("Hej, {}", staff.name)}</h1>
            <form method="post" action=LogOut::url()><button class="button plain">"Logga ut"</button></form>
        </header>
        {warnings(desk, writes)}
        {desk.is_fresh.then(|| fresh(writes))}
        {next(desk, writes)}
        <div class="dashboard">
            {writes.then(|| view! {
                <section aria-labelledby="begin">
                    <h2 id="begin">"Skriv något nytt"</h2>
                    {begin_posts()}
                    {begin_page()}
                </section>
            })}
            {texts("own", "Fortsätt skriva", &desk.own, writes, move |text| since(text, now))}
            {texts("waiting", waiting, &desk.waiting, writes, move |text| since(text, now))}
            {texts("scheduled", "Schemalagt", &desk.scheduled, writes, move |text| {
                text.at.map(|at| upcoming(at, now)).unwrap_or_default()
            })}
            {recent(&desk.recent, writes, now)}
            <section aria-labelledby="account">
                <h2 id="account">"Ditt konto"</h2>
                <p>{format!("Du är inloggad som {}.", staff.role.in_words())}</p>
                <p class="quiet">{staff.email.clone()}</p>
            </section>
        </div>
    }
}

/// What must be done within a week.
fn warnings(desk: &Desk, writes: bool) -> Option<impl IntoView> {
    let now = desk.now;
    let gaps = desk.ahead.gaps.iter().map(|door| view! { <li>{gap(door, writes, now)}</li> });
    let hidden = desk.ahead.hidden.iter().map(|door| {
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

fn gap(door: &Door, writes: bool, now: UnixMillis) -> AnyView {
    let (day, when) = (door.day, upcoming_day(door.opens_at, now));
    let Some((post, title)) = door.post.zip(door.title.clone()) else {
        let begin = writes.then(|| begin_on_door(door.edition, day));
        return view! { <p>{format!("Lucka {day} öppnas {when} och är tom.")}</p> {begin} }.into_any();
    };
    let state = PostStatus::of(door.state.as_deref().unwrap_or_default(), None, now);
    let words = match state {
        PostStatus::Ready => "är klar men inte publicerad",
        PostStatus::Withdrawn => "är tillbakadragen",
        _ => "är ett utkast",
    };
    view! {
        <p>
            {format!("Lucka {day} öppnas {when}. ")} {titled(post, title, writes)} {format!(" {words}.")}
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

fn next(desk: &Desk, writes: bool) -> Option<impl IntoView> {
    let next = desk.ahead.next.as_ref()?;
    let when = format!("{}, {}", days_until(next.at, desk.now), upcoming(next.at, desk.now));
    let door = next.day.map(|day| format!("Lucka {day}: "));
    let what = match &desk.next {
        Some(work) => titled(work.id, title_of(work), writes),
        None => "tom".into_any(),
    };
    let missing = desk.next.as_ref().map(missing).unwrap_or_default();
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
        </section>
    })
}

fn title_of(work: &EditablePost) -> String {
    work.text.shown_title().to_owned()
}

/// What somebody has to do before readers can have it.
fn missing(work: &EditablePost) -> Vec<String> {
    let holes = checks::missing(work.kind, &work.text).into_iter().map(|remark| remark.sentence);
    let undecided = (!work.status.is_decided()).then(|| "Publicera texten.".to_owned());
    holes.chain(undecided).collect()
}

/// A title, which leads writers to the text.
fn titled(post: PostId, title: String, writes: bool) -> AnyView {
    let way = if writes { paths::edit_post(post) } else { paths::preview_of_text(post) };
    view! { <a href=way>{title}</a> }.into_any()
}

/// A list of texts, if there are any; `when` says the last of what is told about each.
fn texts(
    id: &'static str,
    heading: &'static str,
    texts: &[OnDesk],
    writes: bool,
    when: impl Fn(&OnDesk) -> String,
) -> Option<AnyView> {
    let row = |text: &OnDesk| {
        let form = text.form.as_deref().and_then(GuldkornForm::parse);
        let kind = PostKind::parse(&text.kind).map_or("Text", |kind| kind_in_words(kind, form)).to_owned();
        let door = text.day.map(|day| format!("Lucka {day}")).unwrap_or_default();
        let parts = [kind, door, when(text)].into_iter().filter(|part| !part.is_empty());
        let about = parts.collect::<Vec<_>>().join(" · ");
        view! {
            <li>{titled(text.id, text.last_title(), writes)} <p class="quiet">{about}</p></li>
        }
    };
    let rows: Vec<_> = texts.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! { <section aria-labelledby=id><h2 id=id>{heading}</h2> <ul class="dashboard-list">{rows}</ul></section> }
            .into_any()
    })
}

fn since(text: &OnDesk, now: UnixMillis) -> String {
    let when = text.at.map(|at| ago(at, now)).unwrap_or_default();
    match text.state.as_str() {
        _ if text.unsaved.is_some() => format!("Inte sparad, skriven {when}"),
        "published" => format!("Ändringar som läsarna inte har, {when}"),
        _ => when,
    }
}

fn recent(lines: &[AuditEntry], writes: bool, now: UnixMillis) -> Option<impl IntoView + use<>> {
    let row = |line: &AuditEntry| {
        let what = match (&line.title, line.post_id) {
            (Some(title), Some(post)) => titled(post, title.clone(), writes),
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
