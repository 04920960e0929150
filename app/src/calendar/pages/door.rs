//! `/kalender/{edition}/lucka/{day}`: a door on a page of its own.

use leptos::prelude::*;

use crate::calendar::api::show_door;
use crate::calendar::card::Card;
use crate::calendar::scene::{remember_opened, return_to_door};
use crate::calendar::types::{DoorContent, EditionLink};
use crate::error::AppError;
use crate::ui::{PageMeta, page, param, set_status};

/// The page of a door: its guldkorn, or when it opens.
#[component]
pub fn DoorPage() -> impl IntoView {
    let (edition, day) = (param("edition"), param("day"));
    let key = move || format!("{}/{}", edition(), day());
    let load = async |key: String| {
        let (edition, day) = key.split_once('/').ok_or(AppError::NotFound)?;
        // A door has one address: neither "07" nor "+7" is one.
        let day = Some(day).filter(|day| !day.starts_with(['0', '+'])).and_then(|day| day.parse().ok());
        show_door(edition.to_owned(), day.ok_or(AppError::NotFound)?).await
    };
    page(key, load, |door: DoorContent| {
        if !door.is_open {
            set_status(AppError::Forbidden.status());
        }
        let EditionLink { slug, title } = door.edition.clone();
        let (day, is_open, opened) = (door.day, door.is_open, slug.clone());
        let about = door.about_html.clone();
        return_to_door(&slug, day);
        Effect::new(move || {
            if is_open {
                remember_opened(&opened, day);
            }
        });
        view! {
            <PageMeta title=format!("Lucka {day} – {title}")/>
            <div class="night">
                <div class="wrap door-page page">
                    <div class="card day"><Card door/></div>
                    <div inner_html=about></div>
                </div>
            </div>
        }
    })
}
