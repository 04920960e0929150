//! The key file beside the database.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use data_encoding::HEXLOWER_PERMISSIVE;
use sha2::{Digest as _, Sha256};

use crate::temporary_file::TemporaryFile;

/// Name of the key file in the data folder. It is in no backup and in no export.
pub const KEY_FILE: &str = "samtycken.nyckel";

/// How many bytes of a key's hash tell it from others.
pub(super) const ID_BYTES: usize = 4;
const KEY_BYTES: usize = 32;
/// A key file is as long as its keys, and nobody has many.
const LONGEST_FILE: u64 = 64 * 1024;

static MAKING: Mutex<()> = Mutex::new(());

const EXPLANATION: &str = "\
# Nyckeln till samtyckena: utan den går det inte att läsa vem en text handlar om.
# Den är inte med i säkerhetskopian. Lägg en kopia på ett annat ställe än säkerhetskopiorna.
# Finns det flera nycklar står de på var sin rad, den som används sist.
";

/// A key with which persons are sealed.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Key([u8; KEY_BYTES]);

impl Key {
    pub(super) const fn bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// Returns what tells it from others, and nothing else of it.
    pub(super) fn id(&self) -> [u8; ID_BYTES] {
        let mut hash = Sha256::new();
        hash.update(b"guldkorn consent key");
        hash.update(self.0);
        let mut id = [0; ID_BYTES];
        id.copy_from_slice(&hash.finalize()[..ID_BYTES]);
        id
    }
}

/// The keys of a site: the newest seals, and every one opens what it has sealed.
#[derive(Clone, Default)]
pub struct Keys(Vec<Key>);

impl Keys {
    /// Reads the key file of the data folder in which the media folder lies. Without a file there are no keys. It is read each
    /// time, so that a key that was put back counts at once.
    ///
    /// # Errors
    /// What the disk reports, or that the file holds something else.
    pub async fn load(media_folder: &Path) -> io::Result<Self> {
        let file = key_file(media_folder);
        off_async_threads(move || read(&file)).await
    }

    /// Reads the key file, or makes it with a new key, for its owner alone. When this returns, it survives a power cut.
    ///
    /// # Errors
    /// What the disk reports, or that the file holds something else, or no randomness.
    pub async fn load_or_make(media_folder: &Path) -> io::Result<Self> {
        let file = key_file(media_folder);
        off_async_threads(move || {
            // Two editors who save at once get the same key.
            let _turn = MAKING.lock().unwrap_or_else(PoisonError::into_inner);
            let keys = read(&file)?;
            if !keys.0.is_empty() || file.exists() {
                return Ok(keys);
            }
            make(&file)?;
            read(&file)
        })
        .await
    }

    /// Parses the lines of a key file: 64 hexadecimal digits each; empty lines and those that begin with `#` say nothing.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let key = |line: &str| {
            let bytes = HEXLOWER_PERMISSIVE.decode(line.as_bytes()).ok()?;
            bytes.try_into().ok().map(Key)
        };
        lines.map(key).collect::<Option<Vec<_>>>().map(Self)
    }

    pub(super) fn newest(&self) -> Option<&Key> {
        self.0.last()
    }

    pub(super) fn with_id(&self, id: &[u8]) -> Option<&Key> {
        self.0.iter().find(|key| key.id() == id)
    }
}

/// Returns the place of the key file: the media folder lies in the data folder.
fn key_file(media_folder: &Path) -> PathBuf {
    media_folder.parent().unwrap_or(media_folder).join(KEY_FILE)
}

fn read(file: &Path) -> io::Result<Keys> {
    let text = match std::fs::metadata(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Keys::default()),
        Err(error) => return Err(error),
        Ok(about) if about.len() > LONGEST_FILE => return Err(no_keys()),
        Ok(_) => std::fs::read_to_string(file)?,
    };
    let keys = Keys::parse(&text).ok_or_else(no_keys)?;
    if keys.0.is_empty() { Err(no_keys()) } else { Ok(keys) }
}

fn no_keys() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{KEY_FILE} holds something else than keys"))
}

fn make(file: &Path) -> io::Result<()> {
    let mut key = [0; KEY_BYTES];
    getrandom::fill(&mut key).map_err(|error| io::Error::other(error.to_string()))?;
    let (temporary, mut written) = TemporaryFile::beside(file, "nyckel")?;
    written.write_all(format!("{EXPLANATION}{}\n", HEXLOWER_PERMISSIVE.encode(&key)).as_bytes())?;
    if file.exists() {
        // Somebody else was quicker: one key must not take the place of another.
        return Ok(());
    }
    temporary.keep_as(file)
}

async fn off_async_threads<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_key_is_made_once_and_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let media = folder.path().join("media");
        assert!(Keys::load(&media).await.unwrap().newest().is_none());
        let made = Keys::load_or_make(&media).await.unwrap().newest().unwrap().clone();
        assert!(Keys::load_or_make(&media).await.unwrap().newest() == Some(&made), "it stays");
        assert!(Keys::load(&media).await.unwrap().newest() == Some(&made));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let rights = folder.path().join(KEY_FILE).metadata().unwrap().permissions().mode();
            assert_eq!(rights & 0o777, 0o600);
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn two_who_save_at_once_get_the_same_key() {
        for _ in 0..20 {
            let folder = tempfile::tempdir().unwrap();
            let media = folder.path().join("media");
            let (one, other) = tokio::join!(Keys::load_or_make(&media), Keys::load_or_make(&media));
            assert!(one.unwrap().newest() == other.unwrap().newest());
        }
    }

    #[tokio::test]
    async fn a_broken_file_is_no_reason_for_another_key() {
        let folder = tempfile::tempdir().unwrap();
        let (media, file) = (folder.path().join("media"), folder.path().join(KEY_FILE));
        for broken in ["", "# bara ord\n", "abc\n", &"0".repeat(63), &"x".repeat(64)] {
            std::fs::write(&file, broken).unwrap();
            assert!(Keys::load(&media).await.is_err(), "{broken}");
            assert!(Keys::load_or_make(&media).await.is_err(), "{broken}");
            assert_eq!(std::fs::read_to_string(&file).unwrap(), broken);
        }
    }

    #[test]
    fn the_last_key_is_the_one_in_use() {
        let text = format!("# ord\n{}\n\n  {}  \n", "ab".repeat(32), "CD".repeat(32));
        let keys = Keys::parse(&text).unwrap();
        assert_eq!(keys.newest().unwrap().bytes(), &[0xcd; 32]);
        assert!(keys.with_id(&Key([0xab; 32]).id()).is_some());
    }
}
