//! The picture with its doors as a screen of some width shows them. It is drawn as SVG: the pages' policy allows no styles
//! in attributes.

use leptos::prelude::*;

use crate::calendar::own_picture::{Number, ScenePicture};
use crate::paths;

/// Draws the whole scene; `width` is that of the picture on the screen, in points.
pub(super) fn drawing(picture: &ScenePicture, width: f64) -> impl IntoView + use<> {
    let height = width * f64::from(picture.height) / f64::from(picture.width.max(1));
    let source = picture.widths.last().map(|width| paths::picture(picture.id, &format!("{width}.webp")));
    let scale = width / f64::from(picture.width.max(1));
    let doors = picture.doors.iter().map(|(day, (place, number))| {
        let [x, y, door_width, door_height] =
            place.in_pixels((picture.width, picture.height)).map(|side| side * scale);
        let size = (door_height * 0.4).min(door_width * 0.34).clamp(17.0, 40.0);
        let class = match number {
            Number::Light => "drawn-door light",
            Number::Dark => "drawn-door dark",
            Number::Plate => "drawn-door plate",
        };
        let (middle_x, middle_y) = (x + door_width / 2.0, y + door_height / 2.0);
        let digits = if *day < 10 {
            1.0
        } else if *day < 100 {
            2.0
        } else {
            3.0
        };
        let (plate_width, plate_height) = (size * (0.6 * digits + 0.55), size * 1.3);
        view! {
            <g class=class data-door=*day>
                <rect class="frame" x=x y=y width=door_width height=door_height rx="8"></rect>
                <rect
                    class="ground" x=middle_x - plate_width / 2.0 y=middle_y - plate_height / 2.0
                    width=plate_width height=plate_height rx=size / 4.0
                ></rect>
                <text x=middle_x y=middle_y font-size=size>{*day}</text>
            </g>
        }
    });
    view! {
        <svg viewBox=format!("0 0 {width} {height}") width=width height=height aria-hidden="true">
            <image href=source width=width height=height></image>
            {doors.collect_view()}
        </svg>
    }
}
