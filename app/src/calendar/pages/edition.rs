//! `/kalender/{edition}`: an edition, as a scene or as a list of its doors.

use leptos::prelude::*;

use crate::calendar::handlers;
use crate::calendar::scene::{DoorArea, DoorLink, RememberSwitch, Scene, SeasonHead};
use crate::calendar::types::{DoorView, EditionView};
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;
use crate::ui::Document;

/// Renders the page of an edition, as a list of its doors if that is asked for.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such edition, or it is not published.
pub(crate) async fn edition_page(state: &AppState, slug: &str, as_list: bool) -> Result<Document, AppError> {
    let mut edition = handlers::edition(state, slug).await?;
    let title = std::mem::take(&mut edition.title);
    Ok(Document::new(title, "", edition_body(edition, as_list)))
}

fn edition_body(mut edition: EditionView, as_list: bool) -> impl IntoView {
    let heading_html = std::mem::take(&mut edition.heading_html);
    let footer_html = std::mem::take(&mut edition.footer_html);
    let (slug, moment) = (edition.slug.clone(), edition.moment.clone());
    let link = view_link(&edition, as_list);
    let list = as_list.then(|| day_list(&edition));
    let scene = (!as_list).then(|| view! { <Scene edition/> });
    view! {
        <DoorArea slug>
            <section class="band night">
                <div class="wrap band-head season">
                    <SeasonHead moment heading_html/>
                    <div class="tools">{link} " " <RememberSwitch/></div>
                </div>
                {scene}
            </section>
            {list}
        </DoorArea>
        <div inner_html=footer_html></div>
    }
}

/// The link that switches between scene and list. It keeps the focus, since it has the same id in both.
fn view_link(edition: &EditionView, as_list: bool) -> impl IntoView + use<> {
    let (address, text) = match edition.scene {
        _ if !as_list => (paths::edition_list(&edition.slug), "Visa som lista"),
        scene => (paths::edition(&edition.slug), scene.link_text()),
    };
    view! { <a id="vy" href=address>{text}</a> }
}

/// The doors as a list.
fn day_list(edition: &EditionView) -> impl IntoView + use<> {
    let rows = edition.doors.iter().map(|door| {
        let DoorView { day, state_text, title, lang, .. } = door.clone();
        view! {
            <li>
                <DoorLink slug=edition.slug.clone() door=door.clone() class="listed">
                    <span class="plate"><span class="visually-hidden">"Lucka "</span>{day}</span>
                    " "
                    <span>
                        <span class="title" lang=lang dir="auto">{title}</span>
                        " "
                        <span class="state" data-words>{state_text}</span>
                    </span>
                </DoorLink>
            </li>
        }
    });
    view! { <div class="wrap page"><ol class="days">{rows.collect_view()}</ol></div> }
}
