//! What the page of a door holds, and the dialog over the scene: the card of an open door, or when a closed one opens.

use leptos::prelude::*;

use super::edition::Edition;
use super::edition_view::link_to;
use super::guldkorn::Guldkorn;
use super::opening_text::{day_text, opening_phrase, opening_text, time_left, with_label};
use super::store;
use super::todays_door::todays_door;
use super::types::DoorContent;
use super::views::{About, CardHead, ClosedDoorCard, DoorCard, DoorNav, NextDoor, OpenCard};
use crate::media::social_image;
use crate::page_metadata::{PageKind, set_page_description, set_page_kind, set_page_noindex};
use crate::posts::rendition;
use crate::state::AppState;
use crate::statistics::set_shown_text;
use crate::ui::render_to_string;
use crate::{paths, recordings, safety};

/// Describes a closed door by its edition's dates and what is open today, whether or not something hangs behind it.
pub(super) async fn closed_door(
    state: &AppState,
    edition: &Edition,
    day: u16,
) -> Result<DoorContent, sqlx::Error> {
    set_page_noindex();
    let now = state.clock.now();
    let first = edition.schedule.first_opening();
    let begins = (now < first && day > 1).then(|| opening_phrase(edition, 1, now));
    let today = todays_door(state, edition).await?.filter(|today| today.has_text).map(|today| today.day);
    Ok(DoorContent {
        edition: link_to(edition),
        day,
        is_open: false,
        card_html: render_to_string(view! {
            <div>
                <CardHead edition=link_to(edition) day/>
                <ClosedDoorCard
                    edition=link_to(edition)
                    day
                    opens=opening_text(edition, day, now)
                    left=time_left(edition, day, now)
                    begins
                    today
                />
            </div>
        }),
        about_html: String::new(),
        may_share: false,
    })
}

/// Shows the card of an open door.
pub(super) async fn open_door(
    state: &AppState,
    edition: &Edition,
    day: u16,
) -> Result<DoorContent, sqlx::Error> {
    let now = state.clock.now();
    let reader = state.db.reader();
    let guldkorn = store::guldkorn_on_door(reader, edition.id, day, now.into()).await?;
    let tags = store::tags_on_door(reader, edition.id, day, now.into()).await?;
    let post = store::post_on_door(reader, edition.id, day, now.into()).await?;
    let recording = match post {
        Some(post) => recordings::store::of_post(reader, post).await?,
        None => None,
    };
    let sensitive = guldkorn.as_ref().is_some_and(|guldkorn| guldkorn.sensitive);
    match &guldkorn {
        Some(_) if sensitive => set_page_kind(PageKind::Sensitive),
        Some(guldkorn) if !guldkorn.is_shareable() => set_page_description(&guldkorn.teaser),
        Some(guldkorn) => {
            set_page_kind(PageKind::Door(social_image(guldkorn.picture.as_ref(), |with_picture| {
                paths::door_image(&edition.slug, day, with_picture)
            })));
            set_page_description(&guldkorn.teaser);
            if let Some(post) = post {
                set_shown_text(post);
            }
        }
        None => {}
    }
    let renditions = match store::post_on_door(reader, edition.id, day, now.into()).await? {
        Some(post) => rendition::links(reader, post, now.into()).await?,
        None => Vec::new(),
    };
    let help = if sensitive { Some(safety::load_help(state).await?) } else { None };
    let label = store::label_of(reader, edition.id, day, now.into()).await?;
    let date = with_label(day_text(edition, day, now), &label);
    let next = if edition.schedule.is_open(day + 1, now) {
        NextDoor::Open(day + 1)
    } else if day < edition.schedule.days() {
        NextDoor::Closed(opening_phrase(edition, day + 1, now))
    } else {
        NextDoor::None
    };
    let previous = Some(day - 1).filter(|day| *day > 0);
    Ok(DoorContent {
        edition: link_to(edition),
        day,
        is_open: true,
        may_share: guldkorn.as_ref().is_some_and(Guldkorn::is_shareable),
        card_html: render_to_string(view! {
            <div class=edition.facade_of(day).class()>
                <CardHead edition=link_to(edition) day/>
                <DoorCard card=OpenCard { day, date, guldkorn, recording, tags, renditions, help }/>
                <DoorNav edition=edition.slug.clone() previous next/>
            </div>
        }),
        about_html: render_to_string(view! {
            <About title=edition.title.clone() html=edition.introduction_html.clone()/>
        }),
    })
}
