//! `guldkorn backup` and `guldkorn restore`, and what they say when they are done.

use std::path::Path;

use app::consent::KEY_FILE;
use app::documents::size_in_words;
use app::erasure::LIST_FILE;
use app::time::{at_home, weekday_date_year_and_time};
use jiff::Timestamp;
use tokio::runtime::Runtime;

use super::error::BackupError;
use super::make::make;
use super::options::{BackupOptions, RestoreOptions};
use super::restore::restore_into;
use super::restore_error::RestoreError;
use crate::data_folder::DataFolder;
use crate::missing_files::say_missing;

/// Makes a backup and says what it became.
///
/// # Errors
/// See [`BackupError`].
pub fn backup(options: &BackupOptions) -> Result<(), BackupError> {
    let runtime = Runtime::new().map_err(BackupError::Runtime)?;
    let folder = DataFolder::at(&options.data);
    let made = runtime.block_on(make(&folder, &options.file, Timestamp::now()))?;
    println!(
        "Säkerhetskopian är gjord och kontrollerad: {} ({}, databasen och {}).",
        options.file.display(),
        size_in_words(made.bytes),
        files(made.media)
    );
    say_missing(&made.missing, "saknas i mediemappen och är inte med");
    if folder.path().join(KEY_FILE).exists() {
        println!(
            "Nyckeln till samtyckena är inte med. Förvara en kopia av {KEY_FILE} på ett annat ställe än säkerhetskopiorna."
        );
    }
    Ok(())
}

/// Restores a backup and says what to do next.
///
/// # Errors
/// See [`RestoreError`].
pub fn restore(options: &RestoreOptions) -> Result<(), RestoreError> {
    let runtime = Runtime::new().map_err(RestoreError::Runtime)?;
    let restored = runtime.block_on(restore_into(&options.data, &options.file))?;
    let (content, data) = (restored.content, options.data.display());
    println!(
        "Webbplatsen ligger nu i {data}, som den var {}. Den har {} texter, {} bilder, {} dokument och {} inspelningar.",
        moment(&restored.made_at),
        content.posts,
        content.pictures,
        content.documents,
        content.recordings
    );
    say_missing(&restored.missing, "fanns inte i säkerhetskopian");
    if content.has_sealed_persons {
        println!(
            "Lägg tillbaka {KEY_FILE} i datamappen, annars går det inte att läsa vem som har gett samtycke. Den är inte med i kopian."
        );
    }
    println!("Alla behöver logga in igen. Länkar som har skickats ut gäller inte längre.");
    println!(
        "En text som drogs tillbaka efter kopian syns igen, också när ett samtycke har tagits tillbaka. Dra tillbaka den på nytt när sidan är i gång."
    );
    println!(
        "Har berättelser tagits bort för alltid efter kopian? Lägg {LIST_FILE} i datamappen innan du startar, annars är de tillbaka. Filen är inte \
         med i kopian."
    );
    println!("Starta webbplatsen: guldkorn serve --data {}", shell_word(&options.data));
    Ok(())
}

fn files(count: usize) -> String {
    match count {
        0 => "inga bilder eller dokument".to_owned(),
        1 => "en fil med bild eller dokument".to_owned(),
        many => format!("{many} filer med bilder och dokument"),
    }
}

/// Words an instant of the manifest, or shows it as it is.
fn moment(text: &str) -> String {
    let Ok(at) = text.parse::<Timestamp>() else { return text.to_owned() };
    let at = at_home(at);
    weekday_date_year_and_time(at.date(), at.time())
}

/// Quotes a path where a shell would part it.
fn shell_word(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if text.chars().all(is_plain) { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}
