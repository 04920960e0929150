//! The frame with the page in it, the choices above it, and the review links below it.

use crate::posts::PostId;
use crate::time::UnixMillis;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{CreateReviewLink, EndReviewLink};
use super::query::{PreviewQuery, Width};
use super::review_links::LinksSection;
use crate::admin::relative_time::{ago, date_and_time};
use crate::calendar::editing::day_list;
use crate::paths;
use crate::preview::{PreviewInfo, PreviewTarget, UnsavedWords, review_links};
use crate::time::{at_home, from_millis, to_local, weekday_date_year_and_time};
use crate::ui::IdempotencyKey;

/// The instant at which the page is shown.
pub(super) struct Moment {
    pub(super) at: UnixMillis,
    pub(super) now: UnixMillis,
    /// Whether what was typed is a time.
    pub(super) is_valid: bool,
}

/// Shows the choices, and the framed page below them.
pub(super) fn stage(
    query: &PreviewQuery,
    info: &PreviewInfo,
    moment: &Moment,
    framed: String,
    may_write: bool,
) -> impl IntoView {
    let title = if info.title.is_empty() { "Text utan rubrik".to_owned() } else { info.title.clone() };
    let local = at_home(from_millis(moment.at));
    let as_of = format!("Så ser det ut {}.", weekday_date_year_and_time(local.date(), local.time()));
    let (back, back_words) = match query.target {
        PreviewTarget::Post(post) if may_write => (paths::edit_post(post), "Tillbaka till texten"),
        PreviewTarget::Edition(edition) => (paths::edit_edition(edition), "Tillbaka till kalendern"),
        PreviewTarget::Post(_) => (paths::ADMIN.to_owned(), "Till skrivbordet"),
    };
    view! {
        <p><a href=back rel="external">{back_words}</a></p>
        <h1>"Förhandsgranskning: " {title}</h1>
        {(!moment.is_valid).then(|| view! {
            <div class="notice" data-kind="error" role="alert">
                <p><a href="#nar">"Tiden går inte att läsa. Skriv den till exempel så här: 2026-12-07T08:00."</a></p>
            </div>
        })}
        {choices(query, info, moment)}
        <p class="as-of"><b>{as_of}</b> {remarks(info, moment)}</p>
        <div class="stage" data-width=query.width.as_str()>
            <iframe src=framed.clone() title="Sidan som den kommer att se ut" sandbox="allow-same-origin"></iframe>
        </div>
        <p><a href=framed rel="external" target="_blank">"Öppna i en egen flik"</a></p>
    }
}

/// Says what is special about what the frame shows.
fn remarks(info: &PreviewInfo, moment: &Moment) -> Vec<String> {
    let is_closed = matches!(&info.doors[..], [door] if door.opens_at > moment.at);
    let unsaved = info.unsaved.as_ref().map(|unsaved| match unsaved {
        UnsavedWords::Own => " Dina ändringar är med, fast de inte är sparade som version än.".to_owned(),
        UnsavedWords::Of(name, at) => format!(
            " Det {name} skrev {} är med, fast det inte är sparat som version än.",
            ago(*at, moment.now)
        ),
    });
    let empty: Vec<_> = info
        .doors
        .iter()
        .filter(|door| door.is_empty && door.opens_at <= moment.at)
        .map(|door| door.day)
        .collect();
    let empty = (!empty.is_empty())
        .then(|| format!(" På dag {} finns ingen text: läsarna möter en tom lucka där.", day_list(&empty)));
    let others = [
        (is_closed, " Då är luckan stängd, och texten syns inte än."),
        (info.is_gone, " Texten är borttagen, så ingen annan än redaktionen kan se den."),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, words)| words.to_owned());
    unsaved.into_iter().chain(others).chain(empty).collect()
}

fn choices(query: &PreviewQuery, info: &PreviewInfo, moment: &Moment) -> impl IntoView {
    let (whole, whole_words, door_words) = match query.target {
        PreviewTarget::Post(_) => ("text", "Texten", "Luckan"),
        PreviewTarget::Edition(_) => ("kalender", "Kalendern", "Dagens lucka"),
    };
    let error = (!moment.is_valid).then_some("true");
    let width = |width: Width, words: &'static str| {
        let checked = query.width == width;
        view! {
            <label>
                <input type="radio" name="bredd" value=width.as_str() checked=checked/> " " {words}
            </label>
        }
    };
    view! {
        <form class="choices" action=query.path()>
            <div class="field">
                <label for="nar">"Tid"</label>
                <input id="nar" name="nar" type="datetime-local" value=to_local(moment.at) aria-invalid=error/>
            </div>
            <fieldset>
                <legend>"Bredd"</legend>
                {width(Width::Wide, "Dator")} " " {width(Width::Phone, "Telefon")}
            </fieldset>
            {info.doors.first().map(|_| view! {
                <fieldset>
                    <legend>"Sida"</legend>
                    <label><input type="radio" name="visa" value=whole checked=!query.door/> " " {whole_words}</label>
                    " "
                    <label><input type="radio" name="visa" value="lucka" checked=query.door/> " " {door_words}</label>
                </fieldset>
            })}
            <button class="button plain">"Visa"</button>
        </form>
        {shortcuts(query, info, moment)}
    }
}

/// Links to the instants that somebody is likely to want.
fn shortcuts(query: &PreviewQuery, info: &PreviewInfo, moment: &Moment) -> impl IntoView {
    let here = to_local(moment.at);
    let link = |at: UnixMillis, words: AnyView| {
        let at = to_local(at);
        let current = (at == here).then_some("true");
        view! { <li><a href=query.as_of(&at) rel="external" aria-current=current>{words}</a></li> }
    };
    let mut links = vec![link(moment.now, "Nu".into_any())];
    match query.target {
        PreviewTarget::Post(_) => {
            let words = if info.doors.is_empty() { "När det publiceras" } else { "När luckan öppnas" };
            links.extend(info.public_from.map(|from| link(from, words.into_any())));
        }
        PreviewTarget::Edition(_) => links.extend(info.doors.iter().map(|door| {
            let empty = door.is_empty.then(|| view! { <span class="visually-hidden">", tom"</span> });
            let day = view! { <span class="visually-hidden">"Dag "</span> {door.day} {empty} };
            link(door.opens_at, day.into_any())
        })),
    }
    view! { <ul class="moments" aria-label="Vanliga tider">{links}</ul> }
}

/// Lists the review links to a post, each with a button that ends it, and offers to create one.
pub(super) fn links(post: PostId, is_gone: bool, links: LinksSection) -> impl IntoView {
    let LinksSection { message, is_error, active, .. } = links;
    let kind = if is_error { "error" } else { "done" };
    let rows = active.into_iter().map(|link| {
        let by = link.created_by.unwrap_or_else(|| "någon som inte är kvar".into());
        let made = date_and_time(link.created_at);
        view! {
            <li>
                <p>
                    {format!("Skapad av {by} {made}. Gäller till {}.", date_and_time(link.expires_at))}
                    {link.allows_comments.then_some(" Den som har länken kan kommentera.")}
                </p>
                <form method="post" action=EndReviewLink::url()>
                    <IdempotencyKey/>
                    <input type="hidden" name="post" value=post/>
                    <input type="hidden" name="link" value=link.id/>
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
                    "Skapa en länk till den som ska granska texten men inte har något konto. Den visar det \
                     senaste som är skrivet, i {} dagar, och inget annat som inte är publicerat.",
                    review_links::DAYS,
                )}
            </p>
            <form method="post" action=CreateReviewLink::url()>
                <IdempotencyKey/>
                <input type="hidden" name="post" value=post/>
                <p class="tick">
                    <input id="link-comments" type="checkbox" name="comments" value="1"/>
                    <label for="link-comments">"Den som har länken kan kommentera texten, med sitt namn"</label>
                </p>
                <button class="button plain">"Skapa en länk"</button>
            </form>
        }
    });
    view! {
        <section aria-labelledby="dela">
            <h2 id="dela">"Dela med någon utanför"</h2>
            {(!message.is_empty()).then(|| view! {
                <div class="notice" data-kind=kind role=if is_error { "alert" } else { "status" }><p>{message}</p></div>
            })}
            {form}
            {(!rows.is_empty()).then_some(view! { <ul class="entries">{rows}</ul> })}
        </section>
    }
}
