//! From the pictures that an item shows to pictures of this site.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::finding::{Cause, Finding};
use super::picture::place_of;
use super::rewrite::{Change, Part, rewrite};
use super::{ItemPicture, PictureFile, document};
use crate::media::intake::{self, MOST_BYTES, QueuePermit};
use crate::media::{self, PictureError, Upload, name_of_file};
use crate::state::AppState;

const REFUSED: Cause = Cause::missing("picture-refused", "Bilden går inte att ta emot");
const LONG_WORDS: Cause = Cause::look("alt-cut", "Bildbeskrivningen var för lång och är avkortad");
/// The longest alternative text in the library, in characters.
const LONGEST_ALT: usize = 500;

/// A picture's content as it was judged: its id and its address in a text, or why it was refused.
type Judged = Result<(String, String), PictureError>;

/// Takes pictures in through the media room, and remembers by their hash what was judged in this run.
#[derive(Default)]
pub(super) struct Pictures {
    judged: HashMap<[u8; 32], Judged>,
    /// How many were taken in that were not here before.
    pub(super) added: u64,
}

/// A picture's file, read and hashed.
pub(super) struct ReadPicture {
    bytes: Vec<u8>,
    pub(super) hash: [u8; 32],
}

/// Reads a picture's file. `None` when it is gone or too large.
pub(super) async fn read(picture: &ItemPicture) -> Option<ReadPicture> {
    let bytes = match &picture.file {
        PictureFile::Bytes(bytes) => bytes.clone(),
        PictureFile::Path(path) => {
            let path = path.clone();
            tokio::task::spawn_blocking(move || read_file(&path)).await.ok()??
        }
    };
    let hash = Sha256::digest(&bytes).into();
    Some(ReadPicture { bytes, hash })
}

fn read_file(path: &Path) -> Option<Vec<u8>> {
    // Links are not followed, whatever the folder has become since it was listed.
    let metadata = std::fs::symlink_metadata(path).ok()?;
    let fits = metadata.is_file() && metadata.len() <= MOST_BYTES as u64;
    fits.then(|| std::fs::read(path).ok())?
}

impl Pictures {
    /// Takes a picture in, or only judges it, and returns its id and its address in a text. `None` when it is refused,
    /// with a finding.
    pub(super) async fn take_in(
        &mut self,
        state: &AppState,
        picture: &ItemPicture,
        item: &str,
        is_dry_run: bool,
        findings: &mut Vec<Finding>,
    ) -> Option<(String, String)> {
        let judged = match read(picture).await {
            Some(file) => self.judge(state, picture, file, is_dry_run).await,
            None => Err(PictureError::TooLarge),
        };
        if picture.alt.chars().count() > LONGEST_ALT {
            findings.push(Finding::new(LONG_WORDS, item, &*picture.name));
        }
        match judged {
            Ok(place) => Some(place),
            Err(error) => {
                findings.push(Finding::new(REFUSED, item, format!("{}: {error}", picture.name)));
                None
            }
        }
    }

    async fn judge(
        &mut self,
        state: &AppState,
        picture: &ItemPicture,
        file: ReadPicture,
        is_dry_run: bool,
    ) -> Judged {
        if let Some(judged) = self.judged.get(&file.hash) {
            return judged.clone();
        }
        let hash = file.hash;
        let judged = if is_dry_run {
            let judging = tokio::task::spawn_blocking(move || intake::prepare(&file.bytes));
            let prepared = judging.await.unwrap_or(Err(PictureError::Broken));
            prepared.map(|_| {
                self.added += 1;
                Default::default()
            })
        } else {
            self.add(state, picture, file).await
        };
        self.judged.insert(hash, judged.clone());
        judged
    }

    async fn add(&mut self, state: &AppState, picture: &ItemPicture, file: ReadPicture) -> Judged {
        let permit = QueuePermit::wait().await.ok_or(PictureError::Busy)?;
        let permit = permit.with_heic_decoder(state.heic_decoder.clone());
        let alt: String = picture.alt.chars().take(LONGEST_ALT).collect();
        let upload = Upload {
            bytes: file.bytes,
            decorative: alt.trim().is_empty(),
            alt,
            name: name_of_file(&picture.name),
            by: None,
            is_of_its_own: false,
        };
        let folder: &Arc<Path> = &state.media_folder;
        let added = media::add(&state.db, folder, &state.clock, permit, upload).await?;
        self.added += u64::from(!added.is_known);
        Ok((added.id.to_string(), added.src))
    }
}

/// Puts the addresses of pictures and documents in the place of their placeholders, also where a link leads to a picture
/// itself. Where there is none the words stay.
pub(super) fn place(markdown: &str, pictures: &[Option<String>], documents: &[Option<String>]) -> String {
    let to = |place: Option<usize>, addresses: &[Option<String>]| {
        Some(addresses.get(place?).cloned().flatten().map_or(Change::Words, Change::Address))
    };
    rewrite(markdown, &mut |part| match part {
        Part::Picture { address, .. } => to(place_of(address), pictures).unwrap_or(Change::Keep),
        Part::Link { address, .. } => match to(place_of(address), pictures) {
            // The size behind the address is for showing it.
            Some(Change::Address(picture)) => {
                Change::Address(picture.split('#').next().unwrap_or_default().to_owned())
            }
            Some(other) => other,
            None => to(document::place_of(address), documents).unwrap_or(Change::Keep),
        },
        Part::HtmlBlock(_) | Part::HtmlTag(_) => Change::Keep,
    })
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn placeholders_become_addresses_or_words() {
        let text = "![Bro](import-picture:0 \"Vid ån\") ![Å *så*](import-picture:1) ![x](/media/x)";
        let placed = place(text, &[Some("/media/1/960.webp#2x2".into()), None], &[]);
        assert_eq!(placed, "![Bro](/media/1/960.webp#2x2 \"Vid ån\") Å så ![x](/media/x)");
        let placed = place("[en](import-document:0) [två](import-document:1)", &[], &[Some("/d".into())]);
        assert_eq!(placed, "[en](/d) två");
    }

    #[test]
    fn a_link_to_a_picture_itself_gets_its_address() {
        let text =
            "[![a](import-picture:0 \"b\")](import-picture:0) [c](/import-picture:0) [d](import-picture:1)";
        let placed = place(text, &[Some("/media/1/960.webp#3x2".into()), None], &[]);
        assert_eq!(placed, "[![a](/media/1/960.webp#3x2 \"b\")](/media/1/960.webp) [c](/import-picture:0) d");
    }
}
