//! Writing an item as a post: all of it, or nothing.

use std::collections::HashMap;

use super::content_hash::content_hash;
use super::documents::{self, Documents};
use super::finding::{Cause, Finding};
use super::pictures::{self, Pictures};
use super::plan::Place;
use super::post_content::post_content;
use super::redirects::{self, Added, Target};
use super::report::{Outcome, Report};
use super::status::{Decided, decide};
use super::{Item, store};
use crate::posts::imported::{self, ImportedPost};
use crate::posts::{PostId, PostState, PreparedContent};
use crate::state::AppState;
use crate::time::{UnixMillis, to_local};
use crate::{markdown, posts};

const UNKNOWN: Cause =
    Cause::missing("not-in-index", "Texten fanns inte vid första genomläsningen: kör igen");
const EDITED: Cause =
    Cause::look("edited-here", "Ändrad här sedan den lades in, och därför inte överskriven");
const DELETED: Cause = Cause::note("deleted-here", "Raderad här, och kommer därför inte tillbaka");
const REFUSED: Cause = Cause::missing("not-saved", "Texten kunde inte sparas: kör igen");
const SHRUNK: Cause = Cause::missing("text-shrunk", "Texten blev kortare än i källan: jämför dem");
pub(super) const TAKEN: Cause =
    Cause::look("address-taken", "Den gamla adressen leder redan någon annanstans");
/// How many of a text's visible characters may go, as thousandths: markup that means nothing here.
const TOLERANCE: u64 = 20;

/// Writes the items of one source, one after another.
pub(super) struct Applier<'a> {
    pub(super) state: &'a AppState,
    pub(super) source: String,
    pub(super) places: HashMap<String, Place>,
    pub(super) pictures: Pictures,
    pub(super) documents: Documents,
    pub(super) report: Report,
}

impl Applier<'_> {
    /// Writes an item, or finds out what writing it would do. Whatever is wrong with it is a finding.
    pub(super) async fn apply(&mut self, item: Item) {
        let Some(place) = self.places.remove(&item.id) else {
            return self.report.skip(Finding::new(UNKNOWN, item.name, ""));
        };
        let name = item.name.clone();
        let mut findings = Vec::new();
        match self.write(item, place, &mut findings).await {
            Ok(outcome) => self.report.count(outcome),
            Err(Refusal::Skip(cause)) => self.report.skip(Finding::new(cause, &*name, "")),
            Err(Refusal::Failed(error)) => {
                tracing::warn!(%error, "an item was not saved");
                self.report.skip(Finding::new(REFUSED, &*name, ""));
            }
        }
        self.report.findings.extend(findings);
    }

    async fn write(
        &mut self,
        mut item: Item,
        place: Place,
        findings: &mut Vec<Finding>,
    ) -> Result<Outcome, Refusal> {
        let mut hashes = Vec::with_capacity(item.pictures.len() + 1);
        for picture in item.cover.iter().chain(&item.pictures) {
            hashes.push(pictures::read(picture).await.map_or([0; 32], |file| file.hash));
        }
        for document in &item.documents {
            hashes.push(documents::read(document).await.map_or([0; 32], |(_, hash)| hash));
        }
        let hash = content_hash(&item, &hashes, &place.addresses);
        let known = match &place.known {
            Some(known) if known.is_same(hash) => return Ok(Outcome::Same),
            Some(known) => Some((known, known.post.ok_or(Refusal::Skip(DELETED))?)),
            None => None,
        };
        if let Some((known, post)) = known {
            let mut reader = self.state.db.reader().acquire().await?;
            if known.is_edited(&imported::imported_state(&mut reader, post).await?) {
                return Err(Refusal::Skip(EDITED));
            }
        }
        let now = self.state.clock.now_millis();
        let decided = decide(&item, now);
        self.take_in_files(&mut item, findings).await;
        let new = imported_post(&item, &place.slug, decided, now, findings).await?;
        self.compare_lengths(&item, &new.content.body, findings);
        // A dry run does the same, and commits nothing.
        let mut tx = self.state.db.write_content().await?;
        let post = match known {
            None => imported::add(&mut tx, &new, now).await?,
            // Somebody may have begun to edit it a moment ago.
            Some((known, post)) if known.is_edited(&imported::imported_state(&mut tx, post).await?) => {
                return Err(Refusal::Skip(EDITED));
            }
            Some((_, post)) => {
                imported::update(&mut tx, post, &new, now).await?;
                post
            }
        };
        self.redirect(&mut tx, post, &item.name, &place, now, findings).await?;
        store::remember(&mut tx, (&self.source, &item.id), post, hash, now).await?;
        if !self.report.is_dry_run {
            tx.commit().await?;
        }
        match decided.reason {
            Some(reason) => *self.report.drafts.entry(reason).or_default() += 1,
            None => self.report.published += 1,
        }
        Ok(if known.is_some() { Outcome::Changed } else { Outcome::New })
    }

    async fn take_in_files(&mut self, item: &mut Item, findings: &mut Vec<Finding>) {
        let is_dry_run = self.report.is_dry_run;
        let mut addresses = Vec::with_capacity(item.pictures.len());
        for picture in &item.pictures {
            let taken = self.pictures.take_in(self.state, picture, &item.name, is_dry_run, findings).await;
            addresses.push(taken.map(|(_, address)| address));
        }
        let mut documents = Vec::with_capacity(item.documents.len());
        let about = (&*item.name, item.language.unwrap_or_default());
        for document in &item.documents {
            documents.push(self.documents.take_in(self.state, document, about, is_dry_run, findings).await);
        }
        item.markdown = pictures::place(&item.markdown, &addresses, &documents);
        if let Some(cover) = item.cover.take() {
            let taken = self.pictures.take_in(self.state, &cover, &item.name, is_dry_run, findings).await;
            // Until here the name was the file's; from here on it is the library's id.
            item.cover = taken.map(|(id, _)| super::ItemPicture { name: id, ..cover });
        }
    }

    async fn redirect(
        &mut self,
        writer: &mut sqlx::SqliteConnection,
        post: PostId,
        item: &str,
        place: &Place,
        now: UnixMillis,
        findings: &mut Vec<Finding>,
    ) -> Result<(), sqlx::Error> {
        for address in &place.addresses {
            match redirects::add(&mut *writer, address, Target::Post(post), now).await? {
                Added::New | Added::Changed => self.report.redirects += 1,
                Added::Same => {}
                Added::Taken => findings.push(Finding::new(TAKEN, item, &*address.path)),
            }
        }
        Ok(())
    }

    fn compare_lengths(&mut self, item: &Item, body: &str, findings: &mut Vec<Finding>) {
        let Some(before) = item.visible_characters else { return };
        let after = visible_characters(&markdown::plain_text(body));
        let (before, after) = (before as u64, after as u64);
        self.report.characters.0 += before;
        self.report.characters.1 += after;
        if after * 1000 < before * (1000 - TOLERANCE) {
            let detail = format!("{before} tecken blev {after}");
            findings.push(Finding::new(SHRUNK, &*item.name, detail));
        }
    }
}

/// Counts the characters of a text that are seen: white space is laid out differently everywhere.
pub fn visible_characters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

async fn imported_post(
    item: &Item,
    slug: &str,
    decided: Decided,
    now: UnixMillis,
    findings: &mut Vec<Finding>,
) -> Result<ImportedPost, Refusal> {
    let Decided { state, date, .. } = decided;
    let mut content = post_content(item, findings);
    if state == PostState::Draft {
        content.publish_at = date.map(to_local).unwrap_or_default();
    }
    let millis = |date: Option<super::SourceDate>| date.and_then(super::SourceDate::millis);
    let created = millis(item.dates.created).or(date).unwrap_or(now).min(now);
    let updated = millis(item.dates.modified).or(date).unwrap_or(now).min(now);
    Ok(ImportedPost {
        content: PreparedContent::prepare(item.kind, content).await.map_err(posts::PostError::from)?,
        slug: slug.to_owned(),
        state,
        published_at: date.filter(|_| state == PostState::Published),
        created_at: created,
        updated_at: updated,
    })
}

/// Why an item is left out.
enum Refusal {
    Skip(Cause),
    Failed(posts::PostError),
}

impl From<sqlx::Error> for Refusal {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl From<posts::PostError> for Refusal {
    fn from(error: posts::PostError) -> Self {
        Self::Failed(error)
    }
}
