//! Documents that have been in the bin long enough, and files that were replaced as long ago.

use super::{DAY, new_folders};
use crate::documents::store;
use crate::error::AppError;
use crate::state::AppState;

/// How many days they can be brought back.
pub(super) const DAYS: i64 = 30;

/// Deletes them. A document that something uses again leaves the bin instead.
pub(super) async fn delete_old(state: &AppState) -> Result<(), AppError> {
    let now = state.clock.now_millis();
    let before = now - DAYS * DAY;
    // No reader notices: nothing links to what goes.
    let mut tx = state.db.write_quietly().await?;
    let mut files = Vec::new();
    for document in store::due_documents(&mut tx, before).await? {
        if store::uses(&mut tx, document, now).await?.is_empty() {
            files.extend(store::delete_for_good(&mut tx, document).await?);
        } else {
            store::take_out_of_bin(&mut tx, document).await?;
        }
    }
    let replaced = store::due_files(&mut tx, before).await?;
    store::delete_files(&mut tx, &replaced).await?;
    files.extend(replaced);
    new_folders::mark(&state.media_folder, &files).await?;
    tx.commit().await?;
    if !files.is_empty() {
        tracing::info!(files = files.len(), "deleted documents that nobody has missed for {DAYS} days");
    }
    new_folders::remove(&state.media_folder, files).await
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::documents::change::{Sent, add, move_to_bin, replace};
    use crate::documents::{Document, IncomingDocument};
    use crate::ids::StaffId;
    use crate::language::Language;
    use crate::staff::testing::TestSite;
    use crate::staff::{Role, Staff};

    async fn incoming(site: &TestSite, content: &str) -> IncomingDocument {
        let file = IncomingDocument::begin(&site.state.media_folder, "a.txt").await.unwrap();
        file.append(content.into()).await.unwrap()
    }

    fn has_file(site: &TestSite, document: &Document) -> bool {
        site.state.media_folder.join(document.file_id.to_string()).exists()
    }

    #[tokio::test]
    async fn what_is_in_the_bin_or_was_replaced_stays_thirty_days() {
        let site = TestSite::new().await;
        site.add_staff("anna@exempel.se", Role::Editor).await;
        let anna = Staff { id: StaffId(1), email: String::new(), name: "Anna".into(), role: Role::Editor };
        let mut documents = Vec::new();
        for content in ["kvar", "bort"] {
            let file = incoming(&site, content).await;
            let Ok(Sent::New(new)) = add(&site.state, &anna, file, "", Language::default()).await else {
                panic!()
            };
            documents.push(new);
        }
        let [stays, goes] = &*documents else { panic!() };
        move_to_bin(&site.state, &anna, goes.id).await.unwrap();
        let file = incoming(&site, "ny").await;
        let Ok(Sent::New(new)) = replace(&site.state, &anna, stays.id, file).await else { panic!() };
        for (days, is_there) in [(29, true), (1, false)] {
            site.advance(days * DAY);
            delete_old(&site.state).await.unwrap();
            assert_eq!([has_file(&site, goes), has_file(&site, stays)], [is_there; 2], "{days}");
            assert!(has_file(&site, &new));
        }
        crate::maintenance::pictures::delete_orphaned_files(&site.state).await.unwrap();
        let left = fs::read_dir(&*site.state.media_folder).unwrap();
        assert_eq!(left.filter(|entry| entry.as_ref().unwrap().path().is_dir()).count(), 1);
        assert_eq!(store::any_file(site.state.db.reader(), goes.id).await.unwrap(), None);
    }
}
