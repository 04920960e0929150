//! How all open doors look on one page.

use leptos::prelude::*;

use super::guldkorn_body::GuldkornBody;
use crate::calendar::{EditionLink, Facade, Guldkorn};
use crate::markdown::lower_headings;
use crate::paths;
use crate::posts::GuldkornForm;
use crate::recordings::{Recording, player};
use crate::ui::{Document, Pagination, print_mark};

/// A page of an edition's open doors.
#[derive(Debug, Clone)]
pub(in crate::calendar) struct CatchUp {
    /// The edition.
    pub(in crate::calendar) edition: EditionLink,
    /// How the site's addresses begin, for paper: "exempel.se".
    pub(in crate::calendar) site: String,
    /// When the next door opens, in words; `None` when all are open.
    pub(in crate::calendar) next: Option<String>,
    /// Whether a door is open.
    pub(in crate::calendar) has_begun: bool,
    /// The open doors that have a text, in order.
    pub(in crate::calendar) days: Vec<CatchUpDay>,
    /// Which page of them this is, from 1.
    pub(in crate::calendar) page: u32,
    /// How many pages there are.
    pub(in crate::calendar) pages: u32,
}

/// An open door on that page.
#[derive(Debug, Clone)]
pub(in crate::calendar) struct CatchUpDay {
    /// Number of the door.
    pub(in crate::calendar) day: u16,
    /// "söndag 13 december · Lucia"
    pub(in crate::calendar) date: String,
    /// The façade around its window.
    pub(in crate::calendar) facade: Facade,
    /// The whole text; of a sensitive one only its name is shown.
    pub(in crate::calendar) guldkorn: Guldkorn,
    /// The recording of it.
    pub(in crate::calendar) recording: Option<Recording>,
}

/// Shows the doors with a table of contents. Sensitive texts are only named: nobody meets them unasked, and the page
/// itself needs no quick exit.
pub(in crate::calendar) fn catch_up(catch_up: CatchUp) -> Document {
    let CatchUp { edition, site, next, has_begun, days, page, pages } = catch_up;
    let title = format!("Läs i kapp: {}", edition.title);
    let address = paths::catch_up(&edition.slug);
    let intro = match (&next, has_begun) {
        (Some(next), false) => format!("Ingen lucka är öppen än. Den första öppnas {next}."),
        (Some(next), true) => format!("Alla luckor som har öppnats, i ordning. Nästa öppnas {next}."),
        (None, _) => "Alla luckor, i ordning.".to_owned(),
    };
    let rows = days.iter().map(contents_row).collect_view();
    let has_days = !days.is_empty();
    let slug = edition.slug.clone();
    let days = days.into_iter().map(|day| catch_up_day(&slug, day)).collect_view();
    let view = view! {
        <div class="wrap page catch-up">
            // Only paper has a cover.
            <div class="cover">
                <img src=paths::ICON_512 width="90" height="90" alt="" loading="lazy"/>
                <b>{edition.title.clone()}</b>
                <img src=paths::QR_CODE width="120" height="120" alt="" loading="lazy"/>
                <span>{format!("{site}{}", paths::TODAY)}</span>
            </div>
            <p class="kicker"><a href=paths::edition(&edition.slug)>{format!("← Till {}", edition.title)}</a></p>
            <h1>{title.clone()}</h1>
            <p class="intro">{intro}</p>
            {has_days.then(|| view! {
                <nav id="luckorna" aria-labelledby="innehall-rubrik">
                    <h2 id="innehall-rubrik">"Innehåll"</h2>
                    <ol class="days">{rows}</ol>
                </nav>
            })}
            {days}
            <Pagination page pages list=address labels=("← Tidigare luckor", "Senare luckor →")/>
        </div>
    };
    let title = if page == 1 { title } else { format!("{title}, sida {page}") };
    Document::new(title, format!("Alla öppna luckor i {} på en sida.", edition.title), view)
}

/// Names a day in the table of contents.
fn contents_row(day: &CatchUpDay) -> impl IntoView + use<> {
    let CatchUpDay { day, date, facade, guldkorn, .. } = day;
    let title = title(guldkorn).map(|title| {
        let lang = guldkorn.language.lang();
        view! { <span class="title" lang=lang dir="auto">{title}</span> }
    });
    view! {
        <li class=facade.class() data-print=print_mark(guldkorn.scope.in_print)>
            <a href=format!("#lucka-{day}")>
                <span class="plate"><span class="visually-hidden">"Lucka "</span>{*day}</span>
                " "
                <span>{title} " " <span class="state">{format!("{date} · {}", kind(guldkorn))}</span></span>
            </a>
        </li>
    }
}

/// Returns the title where it may be told.
fn title(guldkorn: &Guldkorn) -> Option<String> {
    (!guldkorn.sensitive).then(|| guldkorn.title.clone())
}

/// Returns the form in words, which says nothing of a sensitive text.
const fn kind(guldkorn: &Guldkorn) -> &'static str {
    if guldkorn.sensitive { "Känsligt innehåll" } else { guldkorn.form.in_words() }
}

/// Shows a door.
fn catch_up_day(edition: &str, day: CatchUpDay) -> impl IntoView + use<> {
    let CatchUpDay { day, date, facade, guldkorn, recording } = day;
    let form = if guldkorn.sensitive { None } else { Some(guldkorn.form.as_str()) };
    let meta = format!("{date} · {}", kind(&guldkorn));
    let lang = guldkorn.language.lang();
    let may_be_printed = guldkorn.scope.in_print;
    // A quotation speaks for itself: its title is words from it.
    let shown = title(&guldkorn).filter(|_| guldkorn.form != GuldkornForm::Quote);
    let heading = match shown {
        Some(title) => view! {
            <h2><span class="visually-hidden">{format!("Lucka {day}: ")}</span> <span lang=lang dir="auto">{title}</span></h2>
        }
        .into_any(),
        None => view! { <h2>{format!("Lucka {day}")}</h2> }.into_any(),
    };
    let content = if guldkorn.sensitive {
        view! {
            <p>"Den här texten handlar om något känsligt. Därför finns den bara på sin egen sida."</p>
            <p><a href=paths::door(edition, day)>{format!("Läs lucka {day}")}</a></p>
        }
        .into_any()
    } else {
        let body_html = lower_headings(&guldkorn.body_html);
        view! {
            {player(recording, guldkorn.language)}
            <GuldkornBody guldkorn=Guldkorn { body_html, ..guldkorn }/>
        }
        .into_any()
    };
    view! {
        <article
            id=format!("lucka-{day}") class=facade.class() data-form=form data-print=print_mark(may_be_printed)
        >
            <header>
                <p class="plate" aria-hidden="true">{day}</p>
                <div>{heading}<p class="quiet">{meta}</p></div>
            </header>
            {content}
            <p class="up"><a href="#luckorna">"Till innehållet"</a></p>
        </article>
    }
}
