//! An open door's card: the same on the door's page and in the dialog over the scene.

use leptos::prelude::*;

use super::SaveAsPicture;
use super::guldkorn_body::GuldkornBody;
use crate::calendar::Guldkorn;
use crate::posts::GuldkornForm;
use crate::posts::rendition::{RenditionLink, RenditionLinks};
use crate::posts::tags::{Tag, TagList};
use crate::recordings::{Recording, player};
use crate::safety::{Help, HelpBox, LeaveLink};
use crate::ui::{PaperNotice, print_mark};

/// Id of the card's heading, by which the dialog is named.
pub(super) const HEADING_ID: &str = "kort";

/// What the card of an open door shows.
#[derive(Debug, Clone)]
pub(in crate::calendar) struct OpenCard {
    /// Number of the door.
    pub(in crate::calendar) day: u16,
    /// "söndag 13 december · Lucia"
    pub(in crate::calendar) date: String,
    /// What hangs there; a door may stay empty.
    pub(in crate::calendar) guldkorn: Option<Guldkorn>,
    /// The recording of its post.
    pub(in crate::calendar) recording: Option<Recording>,
    /// The tags of its post. With them the card holds all that the post's own page does, so it does not link to that.
    pub(in crate::calendar) tags: Vec<Tag>,
    /// The links between its post and the renditions of it.
    pub(in crate::calendar) renditions: Vec<RenditionLink>,
    /// The help box of a sensitive text.
    pub(in crate::calendar) help: Option<Help>,
}

/// The guldkorn of an open door, or a note that it has none.
#[component]
pub(in crate::calendar) fn DoorCard(
    /// What to show.
    card: OpenCard,
) -> impl IntoView {
    let OpenCard { day, date, guldkorn, recording, tags, renditions, help } = card;
    let form = guldkorn.as_ref().map_or("empty", |guldkorn| guldkorn.form.as_str());
    let slug = guldkorn.as_ref().map(|guldkorn| guldkorn.slug.clone());
    // In the dialog the page's own quick exit cannot be reached.
    let quick_exit = help.is_some().then(|| view! { <LeaveLink/> });
    let heading = heading(day, date, guldkorn.as_ref());
    let may_be_printed = guldkorn.as_ref().is_none_or(|guldkorn| guldkorn.scope.in_print);
    let content = match guldkorn {
        Some(guldkorn) => {
            let slug = guldkorn.is_shareable().then(|| guldkorn.slug.clone());
            let language = guldkorn.language;
            view! {
                <RenditionLinks links=renditions/>
                {player(recording, language)}
                <GuldkornBody guldkorn first=true/>
                <HelpBox help language/>
                <footer>
                    <TagList tags/>
                    {slug.map(|slug| view! { <SaveAsPicture slug language/> })}
                </footer>
            }
            .into_any()
        }
        None => view! {
            <p class="none">
                "Den här luckan fick ingen text i år. Öppna gärna en annan, det finns många att välja på."
            </p>
        }
        .into_any(),
    };
    view! {
        <article class="guldkorn" data-post=slug data-form=form data-print=print_mark(may_be_printed)>
            <header>
                <p class="plate" aria-hidden="true">{day}</p>
                {heading}
            </header>
            {content}
        </article>
        <PaperNotice may_be_printed/>
        {quick_exit}
    }
}

/// Shows the card's heading: the title where there is one, the day where the text speaks for itself.
fn heading(day: u16, date: String, guldkorn: Option<&Guldkorn>) -> impl IntoView + use<> {
    let kind = guldkorn.map(|guldkorn| view! { <p class="kind">{guldkorn.form.in_words()}</p> });
    let titled = guldkorn.filter(|guldkorn| guldkorn.form != GuldkornForm::Quote);
    let (class, prefix, text, when) = match titled {
        Some(Guldkorn { title, language, .. }) => {
            let title = view! { <span lang=language.lang() dir="auto">{title.clone()}</span> }.into_any();
            ("title", format!("Lucka {day}: "), title, Some(date))
        }
        None => ("title when", format!("Lucka {day}, "), date.into_any(), None),
    };
    view! {
        <div>
            {kind}
            <h1 class=class id=HEADING_ID tabindex="-1"><span class="visually-hidden">{prefix}</span> {text}</h1>
            {when.map(|date| view! { <p class="when">{date}</p> })}
        </div>
    }
}
