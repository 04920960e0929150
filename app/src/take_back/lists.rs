//! Everything of an export but its posts: read, and checked against what the schema of the database cannot check.

use std::collections::HashSet;
use std::hash::Hash;

use super::lines::{ExportFiles, list, one, refused};
use crate::calendar::Schedule;
use crate::export::layout::{self, picture_file};
use crate::export::{Document, Edition, GoneSlug, Manifest, Picture, Recording, Redirect, Settings, Tag};
use crate::import::{OldAddress, ReadError};
use crate::posts::is_slug;

/// The longest address that anything here has.
pub(super) const LONGEST_SLUG: usize = 200;
/// How many there may be of what is kept in memory: more than any site has, and less than the memory holds.
const MOST: u64 = 200_000;
/// How many editions there may be: each has up to 366 doors.
const MOST_EDITIONS: u64 = 1_000;
/// How many posts there may be.
const MOST_POSTS: u64 = 1_000_000;

/// Everything of an export but its posts.
#[derive(Debug)]
pub(super) struct Lists {
    pub(super) settings: Settings,
    pub(super) tags: Vec<Tag>,
    pub(super) pictures: Vec<Picture>,
    pub(super) documents: Vec<Document>,
    pub(super) recordings: Vec<Recording>,
    pub(super) editions: Vec<Edition>,
    pub(super) redirects: Vec<Redirect>,
    pub(super) gone: Vec<GoneSlug>,
}

impl Lists {
    /// Reads and checks the lists of an export.
    pub(super) fn read(files: &dyn ExportFiles, manifest: &Manifest) -> Result<Self, ReadError> {
        let counts = manifest.counts;
        let kept = [
            counts.tags,
            counts.pictures,
            counts.documents,
            counts.recordings,
            counts.redirects,
            counts.gone,
        ];
        if kept.iter().any(|count| *count > MOST)
            || counts.editions > MOST_EDITIONS
            || counts.posts > MOST_POSTS
        {
            return Err(refused("den säger sig ha orimligt mycket innehåll"));
        }
        let lists = Self {
            settings: one(files, layout::SETTINGS)?,
            tags: list(files, layout::TAGS, counts.tags)?,
            pictures: list(files, layout::PICTURES, counts.pictures)?,
            documents: list(files, layout::DOCUMENTS, counts.documents)?,
            // Older exports have no such list.
            recordings: match counts.recordings {
                0 => Vec::new(),
                count => list(files, layout::RECORDINGS, count)?,
            },
            editions: list(files, layout::EDITIONS, counts.editions)?,
            redirects: list(files, layout::REDIRECTS, counts.redirects)?,
            gone: list(files, layout::GONE, counts.gone)?,
        };
        lists.check()?;
        Ok(lists)
    }

    fn check(&self) -> Result<(), ReadError> {
        let slugs =
            self.tags.iter().map(|tag| &tag.slug).chain(self.editions.iter().map(|edition| &edition.slug));
        let former = self.tags.iter().flat_map(|tag| &tag.former_slugs);
        let former = former.chain(self.editions.iter().flat_map(|edition| &edition.former_slugs));
        for slug in slugs.chain(former).chain(self.gone.iter().map(|gone| &gone.slug)) {
            check_slug(slug)?;
        }
        unique("etikett", self.tags.iter().map(|tag| &tag.slug))?;
        unique("etikett", self.tags.iter().map(|tag| &tag.name))?;
        unique("bild", self.pictures.iter().map(|picture| picture.id))?;
        unique("dokument", self.documents.iter().map(|document| document.id))?;
        unique("inspelning", self.recordings.iter().map(|recording| recording.id))?;
        unique("text med inspelning", self.recordings.iter().map(|recording| recording.post))?;
        unique("kalender", self.editions.iter().map(|edition| edition.uid))?;
        unique("kalender", self.editions.iter().map(|edition| &edition.slug))?;
        let doors = || self.editions.iter().flat_map(|edition| &edition.doors);
        unique("text på en lucka", doors().filter_map(|door| door.post))?;
        self.pictures.iter().try_for_each(check_picture)?;
        self.editions.iter().try_for_each(check_edition)?;
        self.redirects.iter().try_for_each(check_redirect)
    }
}

/// Refuses what is no last part of an address.
pub(super) fn check_slug(slug: &str) -> Result<(), ReadError> {
    if is_slug(slug, LONGEST_SLUG) {
        Ok(())
    } else {
        Err(refused(format_args!("”{slug}” är ingen adress")))
    }
}

fn unique<T: Eq + Hash>(what: &str, values: impl Iterator<Item = T>) -> Result<(), ReadError> {
    let mut seen = HashSet::new();
    for value in values {
        if !seen.insert(value) {
            return Err(refused(format_args!("samma {what} står två gånger")));
        }
    }
    Ok(())
}

/// Refuses files that lie elsewhere than their names say.
fn check_picture(picture: &Picture) -> Result<(), ReadError> {
    let id = picture.id;
    let is_in_place = |path: &str| path.rsplit('/').next().is_some_and(|name| path == picture_file(id, name));
    if picture.files.iter().all(|file| is_in_place(&file.path)) && picture.width > 0 && picture.height > 0 {
        Ok(())
    } else {
        Err(refused(format_args!("bilden {id} har filer som inte är dess egna")))
    }
}

fn check_edition(edition: &Edition) -> Result<(), ReadError> {
    let refused = |what: &dyn std::fmt::Display| refused(format_args!("kalendern {}: {what}", edition.slug));
    Schedule::parse(&edition.first_day, edition.days.into(), &edition.opens_at, &edition.time_zone)
        .map_err(|error| refused(&error))?;
    let mut last = 0;
    for door in &edition.doors {
        if door.day <= last || door.day > edition.days {
            return Err(refused(&format_args!("lucka {} finns inte, eller står fel", door.day)));
        }
        last = door.day;
    }
    Ok(())
}

fn check_redirect(redirect: &Redirect) -> Result<(), ReadError> {
    let is_sound = OldAddress::of(&redirect.path, &redirect.query).is_some();
    let leads_once = redirect.post.is_some() != redirect.to.is_some();
    let stays_here = redirect.to.as_deref().is_none_or(|to| to.starts_with('/') && !to.starts_with("//"));
    if is_sound && leads_once && stays_here {
        Ok(())
    } else {
        Err(refused(format_args!("omdirigeringen från {} leder inte någonstans", redirect.path)))
    }
}
