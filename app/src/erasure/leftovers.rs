//! What else lies in the data folder, and may hold words of a story: nobody but the operator can know.

use std::fs;
use std::io;
use std::path::Path;

use super::LIST_FILE;
use crate::consent::KEY_FILE;
use crate::state::AppState;

/// What belongs in a data folder, and is dealt with.
const OURS: [&str; 7] =
    ["guldkorn.db", "guldkorn.db-wal", "guldkorn.db-shm", "guldkorn.lock", "media", KEY_FILE, LIST_FILE];
/// The folder of imports that are under way.
const MOVE_INS: &str = "inflyttning";

/// What lies in the data folder and may hold a story that was erased.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Leftovers {
    /// Names of files and folders that are not the program's.
    pub(crate) names: Vec<String>,
    /// Whether the files of an import are there.
    pub(crate) has_move_in: bool,
}

/// Looks for it. A folder that cannot be read is logged, and taken to be without any.
pub(crate) async fn leftovers(state: &AppState) -> Leftovers {
    let media = state.media_folder.clone();
    let looked = tokio::task::spawn_blocking(move || look(media.parent().unwrap_or(&media)));
    looked.await.map_err(io::Error::other).flatten().unwrap_or_else(|error| {
        tracing::warn!(%error, "the data folder could not be looked through");
        Leftovers::default()
    })
}

fn look(data: &Path) -> io::Result<Leftovers> {
    let mut found = Leftovers::default();
    for entry in fs::read_dir(data)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name == MOVE_INS {
            found.has_move_in = fs::read_dir(data.join(MOVE_INS))?.next().is_some();
        } else if !OURS.contains(&&*name) && name != crate::db::COPY_BEFORE_UPDATE {
            found.names.push(name);
        }
    }
    found.names.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_ours_is_told() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["guldkorn.db", "gammal.zip", "guldkorn.db.innan"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir_all(folder.path().join("inflyttning/7")).unwrap();
        let found = look(folder.path()).unwrap();
        assert_eq!(found.names, ["gammal.zip", "guldkorn.db.innan"]);
        assert!(found.has_move_in);
    }
}
