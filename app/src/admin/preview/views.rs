//! The frame with the page in it, the choices above it, and the links for somebody outside below it.

use crate::posts::PostId;
use crate::time::UnixMillis;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{Share, Unshare};
use super::query::{PreviewQuery, Width};
use super::review_links::Desk;
use crate::admin::relative_time::date_and_time;
use crate::paths;
use crate::preview::{Plan, Shown, review_links};
use crate::time::{at_home, from_millis, to_local, weekday_date_year_and_time};

/// The moment as of which the page is shown.
pub(super) struct Moment {
    pub(super) at: UnixMillis,
    pub(super) now: UnixMillis,
    /// Whether it is the one that somebody asked for.
    pub(super) is_clear: bool,
}

/// What is shown, as of when and how wide, and the page itself in its frame.
pub(super) fn stage(
    asked: &PreviewQuery,
    plan: &Plan,
    moment: &Moment,
    page: String,
    may_write: bool,
) -> impl IntoView {
    let title = if plan.title.is_empty() { "Text utan rubrik".to_owned() } else { plan.title.clone() };
    let local = at_home(from_millis(moment.at));
    let as_of = format!("Så ser det ut {}.", weekday_date_year_and_time(local.date(), local.time()));
    let (way, way_words) = match asked.shown {
        Shown::Text(post) if may_write => (paths::edit_post(post), "Tillbaka till texten"),
        _ => (paths::ADMIN.to_owned(), "Till skrivbordet"),
    };
    view! {
        <p><a href=way rel="external">{way_words}</a></p>
        <h1>"Förhandsgranskning: " {title}</h1>
        {(!moment.is_clear).then(|| view! {
            <div class="notice" data-kind="error" role="alert">
                <p><a href="#nar">"Tiden går inte att läsa. Skriv den till exempel så här: 2026-12-07T08:00."</a></p>
            </div>
        })}
        {choices(asked, plan, moment)}
        <p class="as-of"><b>{as_of}</b> {notes(plan, moment)}</p>
        <div class="stage" data-width=asked.width.as_str()>
            <iframe src=page.clone() title="Sidan som den kommer att se ut" sandbox="allow-same-origin"></iframe>
        </div>
        <p><a href=page rel="external" target="_blank">"Öppna i en egen flik"</a></p>
    }
}

/// What somebody should know of what the frame shows.
fn notes(plan: &Plan, moment: &Moment) -> Vec<&'static str> {
    let is_closed = matches!(&plan.doors[..], [door] if door.opens > moment.at);
    [
        (plan.is_unsaved, " Dina osparade ändringar är med."),
        (is_closed, " Då är luckan stängd, och texten syns inte än."),
        (plan.is_gone, " Texten är borttagen, så ingen annan än redaktionen kan se den."),
    ]
    .into_iter()
    .filter_map(|(holds, words)| holds.then_some(words))
    .collect()
}

fn choices(asked: &PreviewQuery, plan: &Plan, moment: &Moment) -> impl IntoView {
    let is_text = matches!(asked.shown, Shown::Text(_));
    let error = (!moment.is_clear).then_some("true");
    let width = |width: Width, words: &'static str| {
        let checked = asked.width == width;
        view! {
            <label>
                <input type="radio" name="bredd" value=width.as_str() checked=checked/> " " {words}
            </label>
        }
    };
    view! {
        <form class="choices" action=asked.path()>
            <div class="field">
                <label for="nar">"Tid"</label>
                <input id="nar" name="nar" type="datetime-local" value=to_local(moment.at) aria-invalid=error/>
            </div>
            <fieldset>
                <legend>"Bredd"</legend>
                {width(Width::Wide, "Dator")} " " {width(Width::Phone, "Telefon")}
            </fieldset>
            {plan.doors.first().filter(|_| is_text).map(|_| view! {
                <fieldset>
                    <legend>"Sida"</legend>
                    <label><input type="radio" name="visa" value="text" checked=!asked.door/> " Texten"</label>
                    " "
                    <label><input type="radio" name="visa" value="lucka" checked=asked.door/> " Luckan"</label>
                </fieldset>
            })}
            <button class="button plain">"Visa"</button>
        </form>
        {shortcuts(asked, plan, moment)}
    }
}

/// Moments that somebody is likely to want.
fn shortcuts(asked: &PreviewQuery, plan: &Plan, moment: &Moment) -> impl IntoView {
    let here = to_local(moment.at);
    let link = |at: UnixMillis, words: AnyView| {
        let at = to_local(at);
        let current = (at == here).then_some("true");
        view! { <li><a href=asked.as_of(&at) rel="external" aria-current=current>{words}</a></li> }
    };
    let mut links = vec![link(moment.now, "Nu".into_any())];
    match asked.shown {
        Shown::Text(_) => {
            let words = if plan.doors.is_empty() { "När det publiceras" } else { "När luckan öppnas" };
            links.extend(plan.from.map(|from| link(from, words.into_any())));
        }
        Shown::Edition(_) => links.extend(plan.doors.iter().map(|door| {
            let day = view! { <span class="visually-hidden">"Dag "</span> {door.day} };
            link(door.opens, day.into_any())
        })),
    }
    view! { <ul class="moments" aria-label="Vanliga tider">{links}</ul> }
}

/// Links to a text for somebody outside.
pub(super) fn sharing(post: PostId, is_gone: bool, desk: Desk) -> impl IntoView {
    let Desk { sentence, is_error, living, .. } = desk;
    let kind = if is_error { "error" } else { "done" };
    let rows = living.into_iter().map(|share| {
        let by = share.by.unwrap_or_else(|| "någon som inte är kvar".into());
        let made = date_and_time(share.created_at);
        view! {
            <li>
                <p>{format!("Skapad av {by} {made}. Gäller till {}.", date_and_time(share.expires_at))}</p>
                <form method="post" action=Unshare::url()>
                    <input type="hidden" name="post" value=post/>
                    <input type="hidden" name="share" value=share.id/>
                    <button class="button plain">
                        "Avsluta" <span class="visually-hidden">{format!(" länken från {made}")}</span>
                    </button>
                </form>
            </li>
        }
    });
    let rows = rows.collect_view();
    let form = (!is_gone).then(|| {
        view! {
            <p class="quiet">
                {format!(
                    "Skapa en länk till den som ska granska texten men inte har något konto. Den visar den senast \
                     sparade texten i {} dagar, och inget annat som inte är publicerat.",
                    review_links::DAYS,
                )}
            </p>
            <form method="post" action=Share::url()>
                <input type="hidden" name="post" value=post/>
                <button class="button plain">"Skapa en länk"</button>
            </form>
        }
    });
    view! {
        <section aria-labelledby="dela">
            <h2 id="dela">"Dela med någon utanför"</h2>
            {(!sentence.is_empty()).then(|| view! {
                <div class="notice" data-kind=kind role=if is_error { "alert" } else { "status" }><p>{sentence}</p></div>
            })}
            {form}
            {(!rows.is_empty()).then_some(view! { <ul class="entries">{rows}</ul> })}
        </section>
    }
}
