//! A guldkorn's card: the same on the door's own page and in the dialog over the scene.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::types::{ClosedDoor, Nugget, NuggetForm, OpenDoor};
use crate::media::PictureView;
use crate::paths;
use crate::safety::HelpBox;
use crate::ui::{Prose, ShareButton};

/// What an open door shows.
#[component]
pub(super) fn Card(
    /// The door.
    door: OpenDoor,
    /// The id of the heading, by which a dialog is named; the heading is the page's first if there is none.
    #[prop(optional)]
    heading_id: Option<&'static str>,
) -> impl IntoView {
    let OpenDoor { edition, day, date, nugget, help, .. } = door;
    let form = nugget.as_ref().map_or("empty", |nugget| nugget.form.as_str());
    let slug = nugget.as_ref().map(|nugget| nugget.slug.clone());
    let title = nugget.as_ref().filter(|nugget| nugget.form != NuggetForm::Quote).map(|n| n.title.clone());
    let path = paths::door(&edition.slug, day);
    view! {
        <article class="nugget day" data-post=slug data-form=form>
            <header>
                <p class="plate" aria-hidden="true">{day}</p>
                <Heading day date title id=heading_id/>
            </header>
            {match nugget {
                Some(nugget) => view! {
                    <Telling nugget=nugget.clone()/>
                    <HelpBox numbers=help/>
                    <footer>
                        <p><a href=paths::post(&nugget.slug)>"Läs hela inlägget: " {nugget.title}</a></p>
                        {(!nugget.sensitive).then(|| view! { <ShareButton path/> })}
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
    }
}

/// A closed door in the dialog: its number and when it opens.
#[component]
pub(super) fn ClosedCard(
    /// The door.
    door: ClosedDoor,
    /// The id of the heading.
    heading_id: &'static str,
) -> impl IntoView {
    view! {
        <article class="nugget day" data-form="empty">
            <header>
                <p class="plate" aria-hidden="true">{door.day}</p>
                <h2 class="title" id=heading_id tabindex="-1">{format!("Luckan öppnas {}", door.opens)}</h2>
            </header>
            <p class="none">{format!("Kom tillbaka {}.", door.left)}</p>
        </article>
    }
}

/// The card's heading: the title where there is one, the day where the text speaks for itself.
#[component]
fn Heading(day: u16, date: String, title: Option<String>, id: Option<&'static str>) -> impl IntoView {
    let (class, before, words, when) = match title {
        Some(title) => ("title", format!("Lucka {day}: "), title, Some(date)),
        None => ("title when", format!("Lucka {day}, "), date, None),
    };
    let inner = view! { <span class="visually-hidden">{before}</span> {words} };
    let heading = match id {
        Some(id) => view! { <h2 class=class id=id tabindex="-1">{inner}</h2> }.into_any(),
        None => view! { <h1 class=class>{inner}</h1> }.into_any(),
    };
    view! {
        <div>
            {heading}
            {when.map(|date| view! { <p class="when">{date}</p> })}
        </div>
    }
}

/// The guldkorn as its form tells it.
#[component]
fn Telling(nugget: Nugget) -> impl IntoView {
    let Nugget { form, quote, source, body_html, picture, .. } = nugget;
    let caption = picture.as_ref().map(|picture| picture.caption.clone()).filter(|text| !text.is_empty());
    let told_by = (form != NuggetForm::Quote && !source.is_empty()).then(|| source.clone());
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

/// The way to the open doors before and after. `go` may take a click over from the link.
#[component]
pub(super) fn Neighbours(
    /// The edition's address.
    edition: String,
    /// The open door before.
    previous: Option<u16>,
    /// The open door after.
    next: Option<u16>,
    /// What a click does instead of following the link.
    #[prop(optional)]
    go: Option<Callback<(MouseEvent, u16)>>,
) -> impl IntoView {
    let link = |rel: &'static str, words: &'static str, day: Option<u16>| {
        day.map(|day| {
            let click = move |event| {
                if let Some(go) = go {
                    go.run((event, day));
                }
            };
            view! { <a rel=rel href=paths::door(&edition, day) on:click=click>{words}</a> }
        })
    };
    view! {
        <nav class="neighbours" aria-label="Fler luckor">
            {link("prev", "← Föregående öppna lucka", previous)}
            " "
            {link("next", "Nästa öppna lucka →", next)}
        </nav>
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
