//! A picture of an edition's own as scene: one picture for wide screens, perhaps another for narrow ones, each with the
//! places of the doors on it.
//!
//! A place is kept in shares of the uncropped original, and the picture is always shown whole, so that no crop moves a
//! door away from what it stands on. Numbers are drawn over the picture: `number` decides from its pixels how each is
//! seen. `style_sheet` puts the doors where they belong, since the pages' policy allows no styles in attributes.
//! `checks` tells whoever places doors what readers will meet; `arrange` places all of them at once.

mod arrange;
mod checks;
mod editing;
mod form;
mod layout;
mod number;
mod pixels;
mod place;
mod readers;
mod stage;
mod store;
mod style_sheet;

pub(crate) use arrange::arrange;
pub(crate) use checks::{Checked, Scene, checks, is_usable_on_phone};
pub(crate) use editing::{
    DoorFate, EditedScene, PictureChosen, choose_picture, choose_scene, load, place_doors, works_on_phone,
};
pub(crate) use form::{FIELDS, TypedPlaces, field_id, parse, typed};
pub(crate) use layout::Layout;
pub(crate) use number::Number;
pub(crate) use place::{Place, Places};
pub use readers::{OwnPicture, SceneStyle, style_sheet};
pub(crate) use readers::{own_picture, style_addresses};
pub(crate) use stage::shown_widths;
pub(crate) use store::{ScenePicture, exported, replace_exported};
