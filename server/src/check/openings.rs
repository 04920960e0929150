//! Whether every door opens when its calendar says, by the time-zone database of this program.

use app::calendar::store::{WrongOpenings, refresh_openings, wrong_openings};
use app::db::WriteTransaction;

use super::finding::{Finding, counted};
use super::site::{Failure, Site};

pub(super) async fn find(site: &Site) -> Result<Vec<Finding>, Failure> {
    let wrong = wrong_openings(site.db.reader()).await?;
    Ok(wrong.into_iter().map(finding).collect())
}

fn finding(wrong: WrongOpenings) -> Finding {
    match wrong {
        WrongOpenings::Doors(title, count) => Finding::repairable_when_stopped(format!(
            "Kalendern ”{title}” har {} som inte öppnar när kalendern säger.",
            counted(count, "lucka", "luckor")
        )),
        WrongOpenings::Schedule(title, error) => Finding::by_hand(
            format!("Kalendern ”{title}” kan inte räkna ut när luckorna öppnar: {error}."),
            "Rätta den under Kalendrar.",
        ),
    }
}

pub(super) async fn repair(writer: &mut WriteTransaction) -> Result<String, Failure> {
    refresh_openings(writer).await?;
    Ok("Luckornas öppningstider är uträknade på nytt.".into())
}
