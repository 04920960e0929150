//! The scene's picture with the doors laid over it.

use leptos::prelude::*;

use super::door_link::DoorLink;
use crate::calendar::moment::Part;
use crate::calendar::own_picture::OwnPicture;
use crate::calendar::path_picture::STRETCH;
use crate::calendar::scene_kind::SceneKind;
use crate::calendar::types::{DoorView, EditionView, QUARTER};

/// An edition's doors, in day order, each in its place of the picture.
#[component]
pub(crate) fn Scene(
    /// The edition.
    mut edition: EditionView,
) -> impl IntoView {
    let light = edition.moment.get(Part::Light);
    let (class, content) = match (edition.scene, edition.own_picture.take()) {
        (SceneKind::Picture, Some(picture)) => {
            (format!("picture-scene {}", picture.class), on_own_picture(picture, edition).into_any())
        }
        (SceneKind::Town, _) => {
            ("town".to_owned(), in_quarters(edition, "quarter", QUARTER.into()).into_any())
        }
        (SceneKind::Path, _) => {
            ("path-scene".to_owned(), in_quarters(edition, "stretch", STRETCH.into()).into_any())
        }
        (SceneKind::Grid | SceneKind::Picture, _) => {
            let all = edition.doors.len().max(1);
            ("grid-scene".to_owned(), in_quarters(edition, "", all).into_any())
        }
    };
    view! { <section class=class data-light=light aria-label="Luckorna">{content}</section> }
}

/// The doors in parts of so many, each with a picture drawn by us.
fn in_quarters(edition: EditionView, class: &'static str, size: usize) -> impl IntoView {
    let EditionView { slug, doors, moment, scene, .. } = edition;
    let quarters = doors.chunks(size).enumerate().map(|(index, doors)| {
        let links = doors.iter().zip(1..).map(|(door, place)| {
            let slot = match scene {
                SceneKind::Path => format!("lantern-{place}"),
                _ => format!("slot-{}", door.window % QUARTER + 1),
            };
            view! { <li class=slot><SceneDoor slug=slug.clone() door=door.clone()/></li> }
        });
        view! {
            <div class=class>
                <div data-moment inner_html=moment.get(Part::Picture(index))></div>
                <ol class="doors">{links.collect_view()}</ol>
            </div>
        }
    });
    quarters.collect_view()
}

/// The doors on the edition's own picture. The style sheet that places them stands here too, for a client that has followed a
/// link and shows this part of the page alone. A door that has opened on nothing is marked.
fn on_own_picture(picture: OwnPicture, edition: EditionView) -> impl IntoView {
    let EditionView { slug, doors, .. } = edition;
    let links = doors.into_iter().map(|door| {
        let class = (door.state.is_open() && door.title.is_none()).then_some("empty");
        view! { <li class=class><SceneDoor slug=slug.clone() door/></li> }
    });
    view! {
        <link rel="stylesheet" href=picture.style/>
        <div class="picture-stage">
            <div inner_html=picture.html></div>
            <ol class="doors">{links.collect_view()}</ol>
        </div>
    }
}

/// A door in the scene: its leaf, its number, and its state in words.
#[component]
fn SceneDoor(slug: String, door: DoorView) -> impl IntoView {
    let (day, state_text) = (door.day, door.state_text.clone());
    view! {
        <DoorLink slug door class="door">
            <span class="leaf" aria-hidden="true"></span>
            <span class="number" aria-hidden="true">{day}</span>
            <span class="visually-hidden">"Lucka " {day} ", " <span data-words>{state_text}</span></span>
        </DoorLink>
    }
}
