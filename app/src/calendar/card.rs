//! What is behind a door, finished: the same on the door's own page and in the dialog over the scene.

use leptos::prelude::*;

use super::guldkorn::Guldkorn;
use super::types::EditionLink;
use crate::media::PictureView;
use crate::paths;
use crate::posts::GuldkornForm;
use crate::safety::{Help, HelpBox, LeaveLink};
use crate::ui::Prose;

/// The heading's id, by which the dialog is named.
const HEADING: &str = "kort";

/// What an open door shows; nobody may have written it.
#[component]
pub(super) fn Card(
    /// The door's number.
    day: u16,
    /// "söndag 13 december · Lucia"
    date: String,
    /// What hangs there.
    guldkorn: Option<Guldkorn>,
    /// What stands with a sensitive text.
    help: Option<Help>,
) -> impl IntoView {
    let form = guldkorn.as_ref().map_or("empty", |guldkorn| guldkorn.form.as_str());
    let slug = guldkorn.as_ref().map(|guldkorn| guldkorn.slug.clone());
    // In the dialog the page's own way out cannot be reached.
    let way_out = help.is_some().then(|| view! { <LeaveLink/> });
    let title =
        guldkorn.as_ref().filter(|guldkorn| guldkorn.form != GuldkornForm::Quote).map(|n| n.title.clone());
    view! {
        <article class="guldkorn day" data-post=slug data-form=form>
            <header>
                <p class="plate" aria-hidden="true">{day}</p>
                <Heading day date title/>
            </header>
            {match guldkorn {
                Some(guldkorn) => view! {
                    <Telling guldkorn=guldkorn.clone()/>
                    <HelpBox help/>
                    <footer>
                        <p><a href=paths::post(&guldkorn.slug)>"Läs hela inlägget: " {guldkorn.title}</a></p>
                    </footer>
                }
                .into_any(),
                None => view! {
                    <p class="none">
                        "Den här luckan fick ingen text i år. Läs gärna ett annat guldkorn, det finns många att välja på."
                    </p>
                }
                .into_any(),
            }}
        </article>
        {way_out}
    }
}

/// A closed door: everything that is public of it.
#[component]
pub(super) fn ClosedCard(
    /// The edition it belongs to.
    edition: EditionLink,
    /// Its number.
    day: u16,
    /// "måndag 7 december"
    opens: String,
    /// "om 3 dagar"
    left: String,
) -> impl IntoView {
    view! {
        <section class="closed" data-state="locked">
            <p class="plate" aria-hidden="true">{day}</p>
            <p class="quiet">{format!("Lucka {day} · {}", edition.title)}</p>
            <h1 id=HEADING tabindex="-1">{format!("Luckan öppnas {opens}")}</h1>
            <p class="intro">{format!("Kom tillbaka {left}.")}</p>
        </section>
    }
}

/// The card's heading: the title where there is one, the day where the text speaks for itself.
#[component]
fn Heading(day: u16, date: String, title: Option<String>) -> impl IntoView {
    let (class, before, words, when) = match title {
        Some(title) => ("title", format!("Lucka {day}: "), title, Some(date)),
        None => ("title when", format!("Lucka {day}, "), date, None),
    };
    view! {
        <div>
            <h1 class=class id=HEADING tabindex="-1"><span class="visually-hidden">{before}</span> {words}</h1>
            {when.map(|date| view! { <p class="when">{date}</p> })}
        </div>
    }
}

/// The guldkorn as its form tells it.
#[component]
fn Telling(guldkorn: Guldkorn) -> impl IntoView {
    let Guldkorn { form, quote, source, body_html, picture, .. } = guldkorn;
    let caption = picture.as_ref().map(|picture| picture.caption.clone()).filter(|text| !text.is_empty());
    let told_by = (form != GuldkornForm::Quote && !source.is_empty()).then(|| source.clone());
    view! {
        {(!quote.is_empty()).then(|| view! { <QuoteView quote source/> })}
        {picture.map(|picture| view! {
            <figure class="photo">
                <PictureView picture sizes="(min-width: 48rem) 44rem, 100vw"/>
                {caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
            </figure>
        })}
        <div class="body">
            <Prose html=body_html/>
            {told_by.map(|source| view! { <p class="who">{source}</p> })}
        </div>
    }
}

/// A quotation with its source.
#[component]
pub(crate) fn QuoteView(
    /// What was said.
    quote: String,
    /// Who said it.
    source: String,
) -> impl IntoView {
    view! {
        <figure class="quote">
            <blockquote><p>{quote}</p></blockquote>
            {(!source.is_empty()).then(|| view! { <figcaption>{source}</figcaption> })}
        </figure>
    }
}

/// The calendar's own block: the same under every guldkorn, written once.
#[component]
pub(super) fn About(
    /// The edition's title.
    title: String,
    /// The block, rendered.
    html: String,
) -> impl IntoView {
    (!html.is_empty()).then(|| {
        view! {
            <section class="about" aria-labelledby="om-kalendern">
                <h2 id="om-kalendern">{title}</h2>
                <Prose html/>
            </section>
        }
    })
}

/// What stands under an edition's doors.
#[component]
pub(super) fn More(
    /// The edition.
    edition: EditionLink,
    /// The block that presents it, rendered.
    html: String,
    /// The other editions, newest first.
    others: Vec<EditionLink>,
) -> impl IntoView {
    view! {
        <section class="wrap page">
            <div class="split">
                <About title=edition.title html/>
                {(!others.is_empty()).then(|| view! {
                    <section aria-labelledby="fler">
                        <h2 id="fler">"Fler kalendrar"</h2>
                        <ul class="editions">
                            {others.into_iter().map(|edition| view! {
                                <li><a href=paths::edition(&edition.slug)><b>{edition.title}</b></a></li>
                            }).collect_view()}
                        </ul>
                    </section>
                })}
                <Reminders edition=edition.slug/>
            </div>
        </section>
    }
}

/// The ways to be reminded by one's own calendar. The files are none of the client's pages, so it leaves the links
/// to the browser.
#[component]
fn Reminders(edition: String) -> impl IntoView {
    view! {
        <section aria-labelledby="paminnelser">
            <h2 id="paminnelser">"Påminnelser i din egen kalender"</h2>
            <p>
                <a rel="external" href=paths::subscription(&edition, false)>"Prenumerera på luckorna"</a>
                " i telefonens eller datorns kalender. Varje dag står det där vilken lucka som öppnas."
            </p>
            <p>
                "Ser någon annan din kalender? "
                <a rel="external" href=paths::subscription(&edition, true)>"Prenumerera med neutrala ord"</a>
                ". Då står det bara ”Påminnelse”."
            </p>
        </section>
    }
}
