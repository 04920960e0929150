//! `/bild/…`: the image that other sites show beside a link, drawn from the text itself, as PNG, or with the post's
//! picture, as JPEG.
//!
//! A closed door has none, nor has a sensitive text: both give 404, as if nothing were there.

mod night_sky;
mod of_site;
mod with_picture;

pub(crate) use self::of_site::of_site;

use std::borrow::Cow;

use app::blog::{SocialImageText, door_image_text, social_image_text};
use app::error::AppError;
use app::media::Picture;
use app::paths;
use app::site::colours::Theme;
use app::state::AppState;
use axum::extract::{Path, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};

use crate::drawing::{self, family_of};
use crate::generated_files::{self, GeneratedFile};
use crate::pages::Site;
use crate::site_icons::Artwork;

/// Width of a social image in pixels.
const WIDTH: u32 = 1200;
/// Height of a social image in pixels.
const HEIGHT: u32 = 630;

/// The texts of an image.
#[derive(Debug, Clone)]
struct Card {
    text: String,
    is_quote: bool,
    /// The source of the quote; may be empty.
    source: String,
    /// A line above the text; may be empty.
    overline: String,
    site_name: String,
    /// The site's icon, beside its name.
    mark: Option<Artwork>,
    /// Colours of the dark theme.
    colours: Theme,
}

impl Card {
    /// Returns the card, or the site's own where a letter of a text cannot be drawn.
    fn drawable(&self) -> Cow<'_, Self> {
        let mut texts = [&self.text, &self.source, &self.overline, &self.site_name].into_iter();
        if texts.all(|text| family_of(text).is_some()) {
            return Cow::Borrowed(self);
        }
        let site_name = Some(&self.site_name).filter(|name| family_of(name).is_some());
        let site_name = site_name.cloned().unwrap_or_default();
        let (text, is_quote) = (site_name.clone(), false);
        Cow::Owned(Self {
            text,
            is_quote,
            source: String::new(),
            overline: String::new(),
            site_name,
            ..self.clone()
        })
    }
}

/// `/bild/inlagg/{slug}.png` and `.jpg`
pub(crate) async fn of_post(
    State(site): State<Site>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some((slug, with_picture)) = split(&file) else {
        return site.error_pages.response(StatusCode::NOT_FOUND);
    };
    let (path, slug) = (paths::post_image(slug, with_picture), slug.to_owned());
    let generate = move |state| draw_post(state, slug.clone(), with_picture);
    generated_files::serve(&site, path, &headers, media_type(with_picture), generate).await
}

/// `/bild/kalender/{edition}/lucka/{day}.png` and `.jpg`
pub(crate) async fn of_door(
    State(site): State<Site>,
    Path((edition, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    // Every door has one address: "07" and "+7" are none.
    let day = split(&file).filter(|(day, _)| !day.starts_with(['0', '+']));
    let day = day.and_then(|(day, with_picture)| Some((day.parse().ok()?, with_picture)));
    let Some((day, with_picture)) = day else {
        return site.error_pages.response(StatusCode::NOT_FOUND);
    };
    let path = paths::door_image(&edition, day, with_picture);
    let generate = move |state| draw_door(state, edition.clone(), day, with_picture);
    generated_files::serve(&site, path, &headers, media_type(with_picture), generate).await
}

/// Splits a file's name, and tells whether it is that of an image with a picture.
fn split(file: &str) -> Option<(&str, bool)> {
    let png = file.strip_suffix(".png").map(|stem| (stem, false));
    png.or_else(|| Some((file.strip_suffix(".jpg")?, true)))
}

const fn media_type(with_picture: bool) -> &'static str {
    if with_picture { "image/jpeg" } else { "image/png" }
}

async fn draw_post(state: AppState, slug: String, with_picture: bool) -> Result<GeneratedFile, AppError> {
    let text = social_image_text(&state, &slug).await?;
    draw(&state, text, String::new(), with_picture).await
}

async fn draw_door(
    state: AppState,
    edition: String,
    day: u16,
    with_picture: bool,
) -> Result<GeneratedFile, AppError> {
    let text = door_image_text(&state, &edition, day).await?;
    draw(&state, text, format!("Lucka {day}"), with_picture).await
}

async fn draw(
    state: &AppState,
    text: SocialImageText,
    overline: String,
    with_picture: bool,
) -> Result<GeneratedFile, AppError> {
    let layout = app::layout::load_layout(state).await?;
    let (site_name, mark) = (layout.settings.name, Some(Artwork::load(state, &layout.brand.icon).await?));
    let colours = layout.colours.palette.night;
    let SocialImageText { text, is_quote, source, picture } = text;
    let card = Card { text, is_quote, source, overline, site_name, mark, colours };
    let drawn = if with_picture {
        let picture = picture.filter(Picture::can_cover).ok_or(AppError::NotFound)?;
        let folder = state.media_folder.clone();
        drawing::one_at_a_time(move || with_picture::draw(&card, &folder, &picture)).await?
    } else {
        drawing::one_at_a_time(move || night_sky::draw(&card)).await?
    };
    Ok(GeneratedFile::Image(drawn))
}
