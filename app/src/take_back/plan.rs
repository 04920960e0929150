//! Which posts and tags of an export are here, and under which address each of the others comes to lie.

use std::collections::{HashMap, HashSet};

use sqlx::sqlite::SqliteConnection;

use super::causes::RENAMED;
use super::lists::Lists;
use crate::export::{Post, PostUid};
use crate::import::{self, Finding, Findings, Known};
use crate::paths;
use crate::posts::{PostId, PostKind, exported, tags};

/// The name of exports among the sources of `imported_items`. A `uid` is nobody else's, whichever site wrote it.
pub(super) const SOURCE: &str = "guldkorn";

/// What the first reading keeps of a post.
#[derive(Debug)]
pub(super) struct PostHead {
    pub(super) uid: PostUid,
    pub(super) kind: PostKind,
    pub(super) slug: String,
}

/// What is decided about a post.
#[derive(Debug)]
pub(super) struct Place {
    /// The last part of its address here.
    pub(super) slug: String,
    /// The post, if it is here.
    pub(super) known: Option<PostId>,
    /// What an earlier import left of it.
    pub(super) memory: Option<Known>,
    /// The example of a new site that gives it its address.
    pub(super) example: Option<PostId>,
}

/// The posts that are here.
#[derive(Debug, Default)]
struct PostsHere {
    /// Ids and addresses by the ids of every site.
    by_uid: HashMap<String, (PostId, String)>,
    /// Addresses that nobody else gets.
    taken: HashSet<String>,
    /// Examples of a new site that nobody has written in, by their addresses.
    examples: HashMap<String, PostId>,
}

/// What is decided about all posts.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) places: HashMap<PostUid, Place>,
    /// Where posts lie now whose address was taken, by their paths in the export.
    pub(super) moved: HashMap<String, String>,
    /// What tags are called here, by their names in the export.
    pub(super) tag_names: HashMap<String, String>,
}

impl PostHead {
    pub(super) fn of(post: &Post) -> Self {
        Self { uid: post.uid, kind: post.kind, slug: post.slug.clone() }
    }
}

impl Plan {
    /// Looks up what is here, and decides the rest.
    pub(super) async fn make(
        connection: &mut SqliteConnection,
        (memory, examples): (HashMap<String, Known>, Vec<PostId>),
        heads: Vec<PostHead>,
        lists: &Lists,
        findings: &mut Findings,
    ) -> Result<Self, sqlx::Error> {
        let mut here = PostsHere::default();
        here.taken.extend(exported::redirected_slugs(connection).await?);
        for post in exported::known(connection).await? {
            if examples.contains(&post.id) {
                here.examples.insert(post.slug.clone(), post.id);
            } else {
                here.taken.insert(post.slug.clone());
            }
            here.by_uid.insert(post.uid, (post.id, post.slug));
        }
        let mut plan = Self::of_posts(heads, &here, memory, findings);
        let names: HashMap<_, _> = tags::slugs_and_names(connection).await?.into_iter().collect();
        for tag in &lists.tags {
            if let Some(name) = names.get(&tag.slug).filter(|name| **name != tag.name) {
                plan.tag_names.insert(tag.name.clone(), name.clone());
            }
        }
        Ok(plan)
    }

    fn of_posts(
        heads: Vec<PostHead>,
        here: &PostsHere,
        mut memory: HashMap<String, Known>,
        findings: &mut Findings,
    ) -> Self {
        let theirs: HashSet<String> = heads.iter().map(|head| head.slug.clone()).collect();
        let mut plan = Self::default();
        let mut given: HashSet<String> = HashSet::new();
        for PostHead { uid, kind, slug } in heads {
            let id = uid.to_string();
            let known = here.by_uid.get(&id);
            let free = || {
                let is_taken = |wish: &str| {
                    here.taken.contains(wish)
                        || given.contains(wish)
                        || wish != slug && theirs.contains(wish)
                        || kind == PostKind::Page && paths::is_reserved(wish)
                };
                let numbered = (2_u64..).map(|number| format!("{slug}-{number}"));
                std::iter::once(slug.clone()).chain(numbered).find(|wish| !is_taken(wish)).unwrap_or_default()
            };
            let own = known.map_or_else(free, |(_, slug)| slug.clone());
            if own != slug {
                plan.moved.insert(kind.path(&slug), kind.path(&own));
            }
            if own != slug && known.is_none() {
                findings.add(Finding::new(RENAMED, &*slug, format!("{slug} blev {own}")));
            }
            given.insert(own.clone());
            let place = Place {
                known: known.map(|(id, _)| *id),
                memory: memory.remove(&id),
                example: here.examples.get(&own).copied().filter(|_| known.is_none()),
                slug: own,
            };
            plan.places.insert(uid, place);
        }
        plan
    }
}

/// Reads what earlier imports of exports left.
pub(super) async fn memory(reader: &sqlx::SqlitePool) -> Result<HashMap<String, Known>, sqlx::Error> {
    import::known(reader, SOURCE).await
}
