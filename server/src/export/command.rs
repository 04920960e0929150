//! `guldkorn export`, and what it says when it is done.

use app::documents::size_in_words;
use app::export::layout::README;
use jiff::Timestamp;

use super::error::ExportError;
use super::options::ExportOptions;
use super::write::write;
use crate::data_folder::DataFolder;
use crate::missing_files::say_missing;

/// Exports a site and says what came along, and what did not.
///
/// # Errors
/// See [`ExportError`].
pub fn run(options: &ExportOptions) -> Result<(), ExportError> {
    let done = write(&DataFolder::at(&options.data), &options.file, Timestamp::now())?;
    let counts = done.manifest.counts;
    println!(
        "Exporten är klar och kontrollerad: {} ({}).",
        options.file.display(),
        size_in_words(done.bytes)
    );
    println!(
        "Med är {}, {}, {}, {}, {}, {} och alla inställningar.",
        counted(counts.posts, "text", "texter"),
        counted(counts.tags, "etikett", "etiketter"),
        counted(counts.editions, "kalender", "kalendrar"),
        counted(counts.pictures, "bild", "bilder"),
        counted(counts.documents, "dokument", "dokument"),
        counted(counts.recordings, "inspelning", "inspelningar"),
    );
    println!("Konton, lösenord, meddelanden och papperskorgen är inte med. {README} i zipfilen säger mer.");
    match done.unsaved {
        0 => {}
        1 => println!(
            "I en text finns ord som ingen har sparat. De är inte med: spara texten och exportera igen."
        ),
        many => println!(
            "I {many} texter finns ord som ingen har sparat. De är inte med: spara texterna och exportera igen."
        ),
    }
    say_missing(&done.manifest.missing, "saknas eller är skadade i mediemappen och är inte med");
    Ok(())
}

fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
