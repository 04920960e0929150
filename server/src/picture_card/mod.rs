//! `/inlagg/{slug}/bild/…`: a post as a picture to save and pass on: its words in the lit window of a house.
//!
//! What is not public has none, nor has a sensitive text: both give 404, as if nothing were there.

mod facade;
mod format;
mod scene;
#[cfg(test)]
mod tests;

use app::blog::{PictureCardText, picture_card_text};
use app::error::AppError;
use app::paths;
use app::state::AppState;
use axum::extract::{Path, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};

use self::format::Format;
use crate::drawing::{self, family_of};
use crate::generated_files::{self, GeneratedFile};
use crate::pages::Site;
use crate::site_icons::Artwork;

/// What a picture card shows.
#[derive(Debug, Clone)]
struct Card {
    words: PictureCardText,
    site_name: String,
    /// Where the site is, as people write it; empty while it has no address of its own.
    host: String,
    /// The site's icon.
    mark: Option<Artwork>,
}

impl Card {
    /// Returns the card without words that no font has. A card whose own text cannot be drawn shows the site's name.
    fn drawable(mut self) -> Self {
        let can_draw = |text: &String| family_of(text).is_some();
        for text in [&mut self.site_name, &mut self.words.source, &mut self.words.teaser] {
            if !can_draw(text) {
                text.clear();
            }
        }
        if !can_draw(&self.words.text) {
            self.words = PictureCardText {
                text: self.site_name.clone(),
                is_quote: false,
                teaser: String::new(),
                source: String::new(),
                ..self.words
            };
        }
        self
    }
}

/// `/inlagg/{slug}/bild/{format}.png`
pub(crate) async fn of_post(
    State(site): State<Site>,
    Path((slug, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let Some(format) = file.strip_suffix(".png").and_then(Format::parse) else {
        return site.error_pages.response(StatusCode::NOT_FOUND);
    };
    let path = paths::picture_card(&slug, format.name());
    let generate = move |state| draw(state, slug.clone(), format);
    generated_files::serve(&site, path, &headers, "image/png", generate).await
}

async fn draw(state: AppState, slug: String, format: Format) -> Result<GeneratedFile, AppError> {
    let words = picture_card_text(&state, &slug).await?;
    let layout = app::layout::load_layout(&state).await?;
    let (site_name, mark) = (layout.settings.name, Some(Artwork::load(&state, &layout.brand.icon).await?));
    let host = app::site::own_host(&state).await?;
    let card = Card { words, site_name, host, mark }.drawable();
    let image = drawing::one_at_a_time(move || scene::draw(&card, format));
    Ok(GeneratedFile::Download { image: image.await?, file_name: format!("{slug}-{}.png", format.name()) })
}
