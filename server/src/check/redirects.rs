//! Whether former addresses lead readers on.

use app::calendar::store as calendar;
use app::db::{Db, WriteTransaction};
use app::import::{self, OldAddress};
use app::paths;
use app::posts::{store::taken_addresses, tags};

use super::finding::Finding;
use super::site::{Failure, Site};

pub(super) async fn find(site: &Site) -> Result<Vec<Finding>, Failure> {
    let reader = site.db.reader();
    let tags = tags::circular_redirects(reader).await?;
    let editions = calendar::circular_redirects(reader).await?;
    let circular = tags.iter().map(|slug| paths::tag(slug));
    let imported = import::redirect_faults(reader).await?;
    let circular = circular.chain(editions.iter().map(|slug| paths::edition(slug)));
    let circular = circular.chain(imported.circular.iter().map(OldAddress::to_string));
    let mut found: Vec<_> = circular
        .map(|path| {
            Finding::repairable_when_stopped(format!("Den gamla adressen {path} leder runt i en cirkel."))
        })
        .collect();
    for (from, to) in &imported.dead_ends {
        found.push(Finding::by_hand(
            format!("Den gamla adressen {from} leder till {to}, där det inte finns någon sida."),
            "Låt den leda till en annan: lägg in en tabell med den gamla och den nya adressen med guldkorn import.",
        ));
    }
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

pub(super) async fn repair(db: &Db, writer: &mut WriteTransaction) -> Result<String, Failure> {
    let imported = import::redirect_faults(db.reader()).await?.circular;
    import::delete_redirects(writer, &imported).await?;
    tags::delete_circular_redirects(writer).await?;
    calendar::delete_circular_redirects(writer).await?;
    Ok("Gamla adresser som ledde runt i en cirkel är borttagna.".into())
}
