//! The server functions of the page. Each redirects back to it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::calendar::{EditionId, EditionVersion};
use crate::error::AppError;

/// The place of a door in a form, in percent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(not(feature = "ssr"), expect(dead_code, reason = "the browser sends the form itself"))]
pub struct TypedDoor {
    x: String,
    y: String,
    width: String,
    height: String,
}

#[cfg(feature = "ssr")]
impl TypedDoor {
    /// Returns the fields in the order of `own_picture`.
    pub(super) fn fields(self) -> [String; 4] {
        [self.x, self.y, self.width, self.height]
    }
}

/// Chooses in which picture the doors are shown.
#[server(prefix = "/api", endpoint = "calendar/choose_scene")]
pub async fn choose_scene(
    /// The edition; absent: none, which is not found.
    #[server(default)]
    id: EditionId,
    /// The version of which the page was made.
    #[server(default)]
    version: EditionVersion,
    /// The scene.
    #[server(default)]
    scene: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::choose_scene(&state, &staff, (id, version), &scene).await
}

/// Chooses or takes away a picture of the edition's own.
#[server(prefix = "/api", endpoint = "calendar/choose_scene_picture")]
pub async fn choose_scene_picture(
    /// The edition; absent: none, which is not found.
    #[server(default)]
    id: EditionId,
    /// The version of which the page was made.
    #[server(default)]
    version: EditionVersion,
    /// For which screens.
    #[server(default)]
    layout: String,
    /// The picture; empty: none.
    #[server(default)]
    picture: String,
    /// What becomes of the doors when it has other proportions; empty: somebody is asked.
    #[server(default)]
    fate: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::choose_picture(&state, &staff, (id, version), (&layout, &picture), &fate).await
}

/// Places the doors on a picture.
#[server(prefix = "/api", endpoint = "calendar/place_doors")]
pub async fn place_doors(
    /// The edition; absent: none, which is not found.
    #[server(default)]
    id: EditionId,
    /// The version of which the page was made.
    #[server(default)]
    version: EditionVersion,
    /// On which picture.
    #[server(default)]
    layout: String,
    /// What is typed for each door, by the number of its day.
    #[server(default)]
    doors: BTreeMap<String, TypedDoor>,
    /// Not empty when doors are to be arranged: in the edition's order, or that of the days.
    #[server(default)]
    arrange: String,
    /// Not empty when places come back that were there before: all of them.
    #[server(default)]
    undo: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    let typed = doors.into_iter().filter_map(|(day, door)| Some((day.parse().ok()?, door.fields())));
    let wish = super::handlers::Wish { typed: typed.collect(), arrange, undo };
    super::handlers::place_doors(&state, &staff, (id, version), &layout, wish).await
}
