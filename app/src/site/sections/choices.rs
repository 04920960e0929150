//! What there is to choose from in a section's fields.

use super::field::Rule;
use super::section::Section;
use crate::error::AppError;
use crate::media::PictureId;
use crate::media::store::{PictureChoice, picture_choices};
use crate::site::links;
use crate::state::AppState;

/// Values to choose from, each with its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Choices {
    /// Pages of the site.
    pub(crate) links: Vec<(String, String)>,
    /// The newest pictures of the library, and those that the form names.
    pub(crate) pictures: Vec<PictureChoice>,
}

/// How many of the newest pictures are offered: more than fit on a screen.
const NEWEST_PICTURES: u32 = 40;

impl Choices {
    /// Loads what there is now for a section whose form names some pictures.
    pub(crate) async fn load(
        state: &AppState,
        section: Section,
        named: &[PictureId],
    ) -> Result<Self, AppError> {
        let links = links::choices(state.db.reader(), state.clock.now_millis()).await?;
        let lists_fields = section.lists().iter().flat_map(|list| list.fields);
        let has_pictures =
            section.fields().iter().chain(lists_fields).any(|field| matches!(field.rule, Rule::Picture(_)));
        let newest = if has_pictures { NEWEST_PICTURES } else { 0 };
        let pictures = picture_choices(state.db.reader(), named, newest).await?;
        Ok(Self { links, pictures })
    }

    /// Returns the id of the list for fields of a rule; none for fields that are typed.
    pub(crate) const fn list_id(rule: Rule) -> Option<&'static str> {
        match rule {
            Rule::Link => Some("choice-links"),
            _ => None,
        }
    }
}
