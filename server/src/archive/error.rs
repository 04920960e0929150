//! Why an archive is refused, in words for the person who gave it.

use std::fmt;
use std::io;

use app::documents::size_in_words;

/// How many refused entries are named.
const MOST_NAMED: usize = 10;

/// Why an archive, or an entry of it, cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The file cannot be opened or read.
    #[error("zipfilen kan inte läsas ({0}): kontrollera att den finns och att du får läsa den")]
    Io(#[from] io::Error),
    /// The file does not end as a zip file does.
    #[error("filen är ingen zipfil, eller så är den avklippt: hämta eller gör den på nytt")]
    NoArchive,
    /// The list of entries contradicts itself or the file.
    #[error("zipfilen är skadad: hämta eller gör den på nytt")]
    Broken,
    /// There are more entries than the caller allows.
    #[error("zipfilen har för många filer ({count}, gränsen är {limit}): dela upp den i flera")]
    TooMany {
        /// How many it says it has, or how many were seen before the limit was passed.
        count: u64,
        /// How many it may have.
        limit: u64,
    },
    /// The list of entries alone is unreasonably long.
    #[error("zipfilens innehållsförteckning är orimligt stor ({}): gör om zipfilen", size_in_words(*.0))]
    LongList(u64),
    /// All entries together become more than the caller allows.
    #[error(
        "zipfilen packas upp till {}, gränsen är {}: dela upp den i flera",
        size_in_words(*.bytes),
        size_in_words(*.limit)
    )]
    TooLarge {
        /// What the entries say they become.
        bytes: u64,
        /// What they may become.
        limit: u64,
    },
    /// Some entries cannot be trusted.
    #[error("zipfilen packas inte upp: {0}. Rätta det och gör om zipfilen")]
    Entries(RefusedEntries),
    /// An entry is not what the list says.
    #[error("{} i zipfilen är skadad: hämta eller gör zipfilen på nytt", shown(.0))]
    Damaged(String),
}

impl ArchiveError {
    /// Returns the error of an entry that could not be read to its end.
    pub fn reading(name: &str, error: io::Error) -> Self {
        use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
        match error.kind() {
            InvalidData | InvalidInput | UnexpectedEof => Self::Damaged(name.to_owned()),
            _ => Self::Io(error),
        }
    }
}

/// What is wrong with an entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EntryFault {
    /// It has no name.
    #[error("saknar namn")]
    Empty,
    /// Its name is in no encoding that it says.
    #[error("har ett namn som inte går att läsa")]
    Unreadable,
    /// A part of its name is `..`.
    #[error("leder ut ur mappen")]
    Climbs,
    /// Its name begins at the root of a disk.
    #[error("har en absolut sökväg")]
    Absolute,
    /// Its name has a backslash, which is a separator on Windows.
    #[error("har omvänt snedstreck i namnet")]
    Backslash,
    /// Its name has a colon: a drive, or a hidden part of a file on Windows.
    #[error("har kolon i namnet")]
    Colon,
    /// Its name has NUL, other control characters, or such as turn the direction of text.
    #[error("har osynliga tecken i namnet")]
    Invisible,
    /// A part of its name is a device on Windows.
    #[error("har ett namn som är upptaget i Windows")]
    Reserved,
    /// A part of its name ends with a dot or a blank, which Windows takes away.
    #[error("har ett namn som slutar med punkt eller mellanslag")]
    Ending,
    /// A part of its name, or all of it, is longer than file systems take.
    #[error("har ett för långt namn")]
    LongName,
    /// It lies in too many folders.
    #[error("ligger i för många mappar")]
    Deep,
    /// Another entry has the same name, or one that some file systems take for the same.
    #[error("finns två gånger")]
    Double,
    /// It is a link, a device or a pipe.
    #[error("är en länk eller något annat än en fil")]
    Special,
    /// It is encrypted.
    #[error("är låst med lösenord")]
    Encrypted,
    /// It is packed in a way that we do not read.
    #[error("är packad på ett sätt som inte stöds")]
    Method,
    /// It becomes more than the caller allows.
    #[error("blir {}, gränsen är {}", size_in_words(*.bytes), size_in_words(*.limit))]
    TooLarge {
        /// What it says it becomes.
        bytes: u64,
        /// What it may become.
        limit: u64,
    },
    /// It becomes unreasonably much larger than what is packed.
    #[error("packas upp till {0} gånger sin storlek")]
    Bomb(u64),
    /// Its own header names it otherwise than the list does.
    #[error("heter olika på två ställen i zipfilen")]
    TwoNames,
    /// Its bytes are those of another entry.
    #[error("ligger över en annan fil i zipfilen")]
    Overlap,
}

/// The entries that were refused, the first of them by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RefusedEntries {
    named: Vec<(String, EntryFault)>,
    count: usize,
}

impl RefusedEntries {
    pub(super) fn add(&mut self, name: &str, fault: EntryFault) {
        self.count += 1;
        if self.named.len() < MOST_NAMED {
            self.named.push((name.to_owned(), fault));
        }
    }

    /// Returns how many there are.
    pub const fn count(&self) -> usize {
        self.count
    }

    /// Returns the first of them, with what is wrong.
    pub fn named(&self) -> &[(String, EntryFault)] {
        &self.named
    }
}

impl fmt::Display for RefusedEntries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (name, fault)) in self.named.iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            write!(f, "{comma}{} {fault}", shown(name))?;
        }
        match self.count - self.named.len() {
            0 => Ok(()),
            more => write!(f, " och {more} till"),
        }
    }
}

/// Quotes a name so that it can neither hide nor rearrange what stands around it.
fn shown(name: &str) -> String {
    const LONGEST: usize = 60;
    let safe = |c: char| if super::name::is_invisible(c) { '\u{fffd}' } else { c };
    let mut text: String = name.chars().take(LONGEST).map(safe).collect();
    if name.chars().nth(LONGEST).is_some() {
        text.push('…');
    }
    format!("\"{text}\"")
}
