//! The site's icon in every size that somebody asks for, made of one picture, or of the site's initials.
//!
//! The addresses stay; pages add the icon's version to them, because browsers keep icons for long.

mod artwork;
mod ico;
mod initials;
mod sizes;

use app::error::AppError;
use app::paths;
use app::state::AppState;
use axum::Router;
use axum::extract::State;
use axum::routing::{MethodRouter, get};
use http::{HeaderMap, HeaderValue, StatusCode, header};

pub(crate) use self::artwork::Artwork;
use crate::drawing;
use crate::generated_files::{self, GeneratedFile};
use crate::media::DRAWING_POLICY;
use crate::pages::Site;

/// A file of the icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum IconFile {
    /// In any size, unless the icon is a picture of pixels.
    Svg,
    /// In three sizes, for old programs.
    Ico,
    /// With its own transparency.
    Any(u32),
    /// Opaque, for a home screen that rounds its corners.
    Touch,
    /// Opaque, for a home screen that cuts it into any shape.
    Maskable,
}

impl IconFile {
    const fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Ico => "image/x-icon",
            Self::Any(_) | Self::Touch | Self::Maskable => "image/png",
        }
    }

    fn draw(self, artwork: &Artwork) -> Option<Vec<u8>> {
        match self {
            Self::Svg => artwork.as_svg().map(|svg| svg.as_bytes().to_vec()),
            Self::Ico => ico::encode(artwork),
            Self::Any(side) => sizes::png(&artwork.fitted(side)?),
            Self::Touch => sizes::png(&sizes::touch(artwork)?),
            Self::Maskable => sizes::png(&sizes::maskable(artwork)?),
        }
    }
}

/// Returns the routes. Each path has a dot and would otherwise be looked up in the site folder.
pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(paths::ICON, serve(paths::ICON, IconFile::Svg))
        .route(paths::ICON_ICO, serve(paths::ICON_ICO, IconFile::Ico))
        .route(paths::ICON_192, serve(paths::ICON_192, IconFile::Any(192)))
        .route(paths::ICON_512, serve(paths::ICON_512, IconFile::Any(512)))
        .route(paths::MASKABLE_ICON, serve(paths::MASKABLE_ICON, IconFile::Maskable))
        .route(paths::TOUCH_ICON, serve(paths::TOUCH_ICON, IconFile::Touch))
}

fn serve(path: &'static str, file: IconFile) -> MethodRouter<Site> {
    get(async move |State(site): State<Site>, headers: HeaderMap| {
        let generate = move |state| generate(state, file);
        let mut response =
            generated_files::serve(&site, path.to_owned(), &headers, file.media_type(), generate).await;
        let has_policy = matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED);
        if file == IconFile::Svg && has_policy {
            let policy = HeaderValue::from_static(DRAWING_POLICY);
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        response
    })
}

async fn generate(state: AppState, file: IconFile) -> Result<GeneratedFile, AppError> {
    let icon = app::layout::load_layout(&state).await?.brand.icon;
    if file == IconFile::Svg && !icon.is_drawing {
        return Err(AppError::NotFound);
    }
    let artwork = Artwork::load(&state, &icon).await?;
    let drawn = drawing::one_at_a_time(move || file.draw(&artwork)).await?;
    Ok(if file == IconFile::Svg {
        GeneratedFile::Text(String::from_utf8(drawn).map_err(|_| AppError::Internal)?)
    } else {
        GeneratedFile::Image(drawn)
    })
}
