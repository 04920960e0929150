//! Whether there is room to go on.

use std::io;
use std::path::Path;

use app::documents::size_in_words;

use super::finding::Finding;
use crate::data_folder::DataFolder;

/// What saving and sending pictures need for a while.
pub(crate) const RESERVE: u64 = 200_000_000;

/// Finds out whether the disk has too little room.
pub(super) fn find(folder: &DataFolder) -> io::Result<Vec<Finding>> {
    let database = folder.database().metadata()?.len();
    Ok(judge(folder.path(), free_bytes(folder.path())?, database).into_iter().collect())
}

/// An update copies the database first, and the copy must fit, too.
fn judge(path: &Path, free: u64, database: u64) -> Option<Finding> {
    let needed = RESERVE.saturating_add(database);
    (free < needed).then(|| {
        Finding::by_hand(
            format!("Disken med {} har bara {} kvar.", path.display(), size_in_words(free)),
            format!(
                "Frigör plats: {} behövs för att spara och för en kopia av databasen.",
                size_in_words(needed)
            ),
        )
    })
}

/// Returns how much room there is for the site.
#[cfg(unix)]
pub(crate) fn free_bytes(path: &Path) -> io::Result<u64> {
    let disk = rustix::fs::statvfs(path)?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// Returns how much room there is for the site.
#[cfg(not(unix))]
pub(crate) fn free_bytes(_: &Path) -> io::Result<u64> {
    Ok(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_said_in_words() {
        let path = Path::new("/srv/guldkorn");
        assert_eq!(judge(path, 300_000_000, 100_000_000), None);
        let found = judge(path, 12_500_000, 100_000_000).unwrap();
        let line = found.line(false).replace('\u{a0}', " ");
        assert_eq!(
            line,
            "Disken med /srv/guldkorn har bara 13 MB kvar. Frigör plats: 300 MB behövs för att spara och för en kopia av databasen."
        );
        assert!(free_bytes(Path::new("/")).unwrap() > 0);
    }
}
