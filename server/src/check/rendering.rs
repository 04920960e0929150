//! Whether readers get of each text what is written in it.

use app::db::WriteTransaction;
use app::markdown::{RenderedState, VERSION, rendered_state, rerender};

use super::finding::{Finding, counted, named};
use super::site::{Failure, Site};

pub(super) async fn find(site: &Site) -> Result<Vec<Finding>, Failure> {
    Ok(match rendered_state(site.db.reader()).await? {
        RenderedState::Current(different) if different.is_empty() => Vec::new(),
        RenderedState::Current(different) => vec![Finding::repairable_when_stopped(format!(
            "{} ser inte ut som i redigeraren: {}.",
            counted(different.len(), "text", "texter"),
            named(&different)
        ))],
        RenderedState::Older(version) => vec![Finding::repairable_when_stopped(format!(
            "Texterna visas som en äldre version av programmet gjorde dem ({version} i stället för {VERSION})."
        ))],
        RenderedState::Newer(version) => vec![Finding::by_hand(
            format!(
                "Texterna är gjorda av en nyare version av programmet ({version} i stället för {VERSION})."
            ),
            "Kör en nyare version av guldkorn.",
        )],
    })
}

pub(super) async fn repair(writer: &mut WriteTransaction) -> Result<String, Failure> {
    rerender(writer).await?;
    Ok("Alla texter är gjorda på nytt.".into())
}
