//! The server function of the section. It is answered by a redirect back to the picture's page.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// Focus and crop in a form, in percent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(not(feature = "ssr"), expect(dead_code, reason = "the browser sends the form itself"))]
pub struct TypedFraming {
    focus_x: String,
    focus_y: String,
    crop_left: String,
    crop_top: String,
    crop_width: String,
    crop_height: String,
}

/// Saves focus and crop of a picture.
#[server(prefix = "/api", endpoint = "picture/crop")]
pub async fn crop_picture(
    /// The picture.
    #[server(default)]
    id: String,
    /// Focus and crop when the page was rendered: what somebody else saved since then is not written over.
    #[server(default)]
    was: TypedFraming,
    /// Focus and crop as the form sends them.
    #[server(default)]
    typed: TypedFraming,
    /// The button that was pressed, if it is not the one that saves: a place for the focus, or `reset`.
    #[server(default)]
    place: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::save(&state, &staff, &id, &was.into(), typed.into(), &place).await
}

#[cfg(feature = "ssr")]
impl From<TypedFraming> for crate::media::crop::FramingForm {
    fn from(typed: TypedFraming) -> Self {
        let TypedFraming { focus_x, focus_y, crop_left, crop_top, crop_width, crop_height } = typed;
        Self { focus_x, focus_y, crop_left, crop_top, crop_width, crop_height }
    }
}
