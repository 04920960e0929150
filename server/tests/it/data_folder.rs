//! Who else on the machine may read the data folder.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use app::db::Db;
use server::data_folder::DataFolder;

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn nobody_else_may_read_what_is_in_a_new_or_an_existing_folder() {
    let parent = tempfile::tempdir().unwrap();
    for exists in [false, true] {
        let data = parent.path().join(if exists { "old" } else { "new" });
        if exists {
            fs::create_dir(&data).unwrap();
            fs::set_permissions(&data, Permissions::from_mode(0o755)).unwrap();
        }
        let folder = DataFolder::prepare(&data).unwrap();
        let _lock = folder.lock().unwrap();
        let db = Db::open(&folder.database()).await.unwrap();
        db.write_content().await.unwrap().commit().await.unwrap();
        for entry in fs::read_dir(&data).unwrap() {
            let path = entry.unwrap().path();
            assert_eq!(mode(&path) & 0o077, 0, "{} {:o}", path.display(), mode(&path));
        }
        assert_eq!(mode(&data), if exists { 0o755 } else { 0o700 }, "a folder of others stays as it is");
        assert!(data.join("guldkorn.db-wal").exists());
        db.close().await;
    }
}

#[tokio::test]
async fn files_that_others_could_read_are_taken_from_them() {
    let parent = tempfile::tempdir().unwrap();
    let data = parent.path().join("data");
    fs::create_dir_all(data.join("media")).unwrap();
    fs::set_permissions(data.join("media"), Permissions::from_mode(0o755)).unwrap();
    for name in ["guldkorn.db", "guldkorn.db-wal", "guldkorn.db-shm"] {
        fs::write(data.join(name), "").unwrap();
        fs::set_permissions(data.join(name), Permissions::from_mode(0o664)).unwrap();
    }
    DataFolder::prepare(&data).unwrap();
    for name in ["guldkorn.db", "guldkorn.db-wal", "guldkorn.db-shm"] {
        assert_eq!(mode(&data.join(name)), 0o600, "{name}");
    }
    assert_eq!(mode(&data.join("media")), 0o700);
}
