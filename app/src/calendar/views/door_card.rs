//! An open door's card: the same on the door's page and in the dialog over the scene.

use leptos::prelude::*;

use super::{QuoteView, SaveAsPicture};
use crate::calendar::Guldkorn;
use crate::media::PictureView;
use crate::paths;
use crate::posts::GuldkornForm;
use crate::safety::{Help, HelpBox, LeaveLink};
use crate::ui::Prose;

/// Id of the card's heading, by which the dialog is named.
pub(super) const HEADING_ID: &str = "kort";

/// The guldkorn of an open door, or a note that it has none.
#[component]
pub(in crate::calendar) fn DoorCard(
    /// Number of the door.
    day: u16,
    /// "söndag 13 december · Lucia"
    date: String,
    /// What hangs there; a door may stay empty.
    guldkorn: Option<Guldkorn>,
    /// The help box of a sensitive text.
    help: Option<Help>,
) -> impl IntoView {
    let form = guldkorn.as_ref().map_or("empty", |guldkorn| guldkorn.form.as_str());
    let slug = guldkorn.as_ref().map(|guldkorn| guldkorn.slug.clone());
    // In the dialog the page's own quick exit cannot be reached.
    let quick_exit = help.is_some().then(|| view! { <LeaveLink/> });
    let lang = guldkorn.as_ref().and_then(|guldkorn| guldkorn.language.lang());
    let title = guldkorn
        .as_ref()
        .filter(|guldkorn| guldkorn.form != GuldkornForm::Quote)
        .map(|guldkorn| guldkorn.title.clone());
    view! {
        <article class="guldkorn day" data-post=slug data-form=form>
            <header>
                <p class="plate" aria-hidden="true">{day}</p>
                <Heading day date title lang/>
            </header>
            {match guldkorn {
                Some(guldkorn) => view! {
                    <GuldkornBody guldkorn=guldkorn.clone()/>
                    <HelpBox help/>
                    <footer>
                        // The card holds the whole text, so the link does not promise more of it.
                        <p><a href=paths::post(&guldkorn.slug)>"I bloggen: " <span lang=lang dir="auto">{guldkorn.title}</span></a></p>
                        {(!guldkorn.sensitive).then(|| view! { <SaveAsPicture slug=guldkorn.slug/> })}
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
        {quick_exit}
    }
}

/// The card's heading: the title where there is one, the day where the text speaks for itself.
#[component]
fn Heading(day: u16, date: String, title: Option<String>, lang: Option<&'static str>) -> impl IntoView {
    let (class, prefix, text, when) = match title {
        Some(title) => {
            let title = view! { <span lang=lang dir="auto">{title}</span> }.into_any();
            ("title", format!("Lucka {day}: "), title, Some(date))
        }
        None => ("title when", format!("Lucka {day}, "), date.into_any(), None),
    };
    view! {
        <div>
            <h1 class=class id=HEADING_ID tabindex="-1"><span class="visually-hidden">{prefix}</span> {text}</h1>
            {when.map(|date| view! { <p class="when">{date}</p> })}
        </div>
    }
}

/// The guldkorn's quote, picture and text.
#[component]
fn GuldkornBody(guldkorn: Guldkorn) -> impl IntoView {
    let Guldkorn { form, quote, source, body_html, picture, language, .. } = guldkorn;
    let lang = language.lang();
    let caption = picture.as_ref().map(|picture| picture.caption.clone()).filter(|text| !text.is_empty());
    let teller = (form != GuldkornForm::Quote && !source.is_empty()).then(|| source.clone());
    view! {
        {(!quote.is_empty()).then(|| view! { <QuoteView quote source lang/> })}
        {picture.map(|picture| view! {
            <figure class="photo" lang=lang dir="auto">
                <PictureView picture sizes="(min-width: 48rem) 44rem, 100vw"/>
                {caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
            </figure>
        })}
        <div class="body">
            <Prose html=body_html lang/>
            {teller.map(|source| view! { <p class="who" lang=lang dir="auto">{source}</p> })}
        </div>
    }
}
