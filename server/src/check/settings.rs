//! Whether the pictures that the settings name exist.

use app::picture_library::missing_in_settings;

use super::finding::Finding;
use super::site::{Failure, Site};

pub(super) async fn find(site: &Site) -> Result<Vec<Finding>, Failure> {
    let missing = missing_in_settings(site.db.reader()).await?;
    let finding = |(what, section): (&str, &str)| {
        Finding::by_hand(
            format!("Inställningarna pekar på en bild som inte finns: {what}."),
            format!("Välj en annan på /admin/installningar/{section}."),
        )
    };
    Ok(missing.into_iter().map(finding).collect())
}
