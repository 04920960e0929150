//! What there is to choose from in a section's fields.

use super::field::Rule;
use crate::error::AppError;
use crate::site::links;
use crate::site::logos::logos;
use crate::state::AppState;

/// Values to choose from, each with its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Choices {
    /// Pages of the site.
    pub(crate) links: Vec<(String, String)>,
    /// Logos among the files of the site.
    pub(crate) logos: Vec<(String, String)>,
}

impl Choices {
    /// Loads what there is now.
    pub(crate) async fn load(state: &AppState) -> Result<Self, AppError> {
        let links = links::choices(state.db.reader(), state.clock.now_millis()).await?;
        let logos = logos(&state.site_folder).into_iter().map(|logo| (logo, String::new())).collect();
        Ok(Self { links, logos })
    }

    /// Returns the id of the list for fields of a rule; none for fields that are typed.
    pub(crate) const fn list_id(rule: Rule) -> Option<&'static str> {
        match rule {
            Rule::Link => Some("choice-links"),
            Rule::Logo => Some("choice-logos"),
            _ => None,
        }
    }
}
