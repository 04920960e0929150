//! Whether former addresses lead readers on.

use app::calendar::store as calendar;
use app::db::WriteTransaction;
use app::paths;
use app::posts::{store::taken_addresses, tags};

use super::finding::Finding;
use super::site::{Failure, Site};

pub(super) async fn find(site: &Site) -> Result<Vec<Finding>, Failure> {
    let reader = site.db.reader();
    let tags = tags::circular_redirects(reader).await?;
    let editions = calendar::circular_redirects(reader).await?;
    let circular = tags.iter().map(|slug| paths::tag(slug));
    let circular = circular.chain(editions.iter().map(|slug| paths::edition(slug)));
    let mut found: Vec<_> = circular
        .map(|path| {
            Finding::repairable_when_stopped(format!("Den gamla adressen {path} leder runt i en cirkel."))
        })
        .collect();
    for (kind, slug, title) in taken_addresses(reader).await? {
        found.push(Finding::by_hand(
            format!(
                "Texten ”{title}” har adressen {}, som en annan text hade förut: den som följer en gammal länk hamnar fel.",
                kind.path(&slug)
            ),
            "Ge den en annan adress.",
        ));
    }
    Ok(found)
}

pub(super) async fn repair(writer: &mut WriteTransaction) -> Result<String, Failure> {
    tags::delete_circular_redirects(writer).await?;
    calendar::delete_circular_redirects(writer).await?;
    Ok("Gamla adresser som ledde runt i en cirkel är borttagna.".into())
}
