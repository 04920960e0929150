//! Who may read and change what is in the data folder.

use std::io;

use super::finding::Finding;
use crate::data_folder::{DataFolder, excessive_rights, restrict};

/// Finds what others on the machine can reach, and what belongs to another user than the folder.
pub(super) fn find(folder: &DataFolder) -> io::Result<Vec<Finding>> {
    let mut found = Vec::new();
    for (path, mode) in folder.private_paths() {
        if let Some(rights) = excessive_rights(&path, mode)? {
            found.push(Finding::repairable(format!(
                "Andra på datorn kommer åt {} (rättigheterna är {rights:o} i stället för {mode:o}).",
                path.display()
            )));
        }
    }
    found.extend(others_may_change(folder)?);
    found.extend(wrong_owners(folder)?);
    Ok(found)
}

/// Takes the rights from others, and returns a sentence about each.
pub(super) fn repair(folder: &DataFolder) -> io::Result<Vec<String>> {
    let mut done = Vec::new();
    for (path, mode) in folder.private_paths() {
        done.extend(restrict(&path, mode)?);
    }
    Ok(done)
}

/// The folder may be shared with other programs of its owner, so its rights are not ours to change.
#[cfg(unix)]
fn others_may_change(folder: &DataFolder) -> io::Result<Option<Finding>> {
    use std::os::unix::fs::PermissionsExt as _;
    const OTHERS_WRITE: u32 = 0o002;
    let path = folder.path();
    let is_open = path.metadata()?.permissions().mode() & OTHERS_WRITE != 0;
    Ok(is_open.then(|| {
        let path = path.display();
        Finding::by_hand(
            format!("Alla på datorn får byta ut filer i {path}."),
            format!("Kör chmod o-w {path}."),
        )
    }))
}

/// A command that somebody ran as another user may have left files that the server cannot change.
#[cfg(unix)]
fn wrong_owners(folder: &DataFolder) -> io::Result<Vec<Finding>> {
    use std::os::unix::fs::MetadataExt as _;
    let own = folder.path().metadata()?;
    let mut found = Vec::new();
    for (path, _) in folder.private_paths() {
        let Ok(metadata) = path.metadata() else { continue };
        if metadata.uid() != own.uid() {
            let path = path.display();
            found.push(Finding::by_hand(
                format!("{path} tillhör ett annat konto än datamappen."),
                format!("Kör chown -R {}:{} {path}.", own.uid(), own.gid()),
            ));
        }
    }
    Ok(found)
}

#[cfg(not(unix))]
fn others_may_change(_: &DataFolder) -> io::Result<Option<Finding>> {
    Ok(None)
}

#[cfg(not(unix))]
fn wrong_owners(_: &DataFolder) -> io::Result<Vec<Finding>> {
    Ok(Vec::new())
}
