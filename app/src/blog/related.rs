//! Which posts a post links to under "Läs också": those that share most tags with it, newer before older, and none in
//! more than two places, so that a reader who follows the links meets new texts.

use std::cmp::Reverse;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use super::store;
use super::types::Teaser;
use crate::cache::{Cached, Validity};
use crate::error::AppError;
use crate::ids::{PostId, TagId};
use crate::state::AppState;
use crate::time::UnixMillis;

/// How many posts a post links to, and how many posts link to it. The two are equal, so that there is enough for all.
const MOST: usize = 2;
/// How many posts with a tag are looked at. With ten thousand posts, all of them would take a second.
const NEAR: usize = 50;

/// The related posts of each post.
type RelatedPosts = HashMap<PostId, Vec<PostId>>;

/// Returns the related posts of a post of the blog.
pub(super) async fn related(state: &AppState, post: PostId) -> Result<Vec<Teaser>, AppError> {
    let now = state.clock.now_millis();
    let all = load(state, now).await?;
    let ids = all.get(&post).map(Vec::as_slice).unwrap_or_default();
    Ok(store::posts_by_id(state.db.reader(), ids, now).await?)
}

/// Loads the related posts of all posts, from the cache while they hold.
async fn load(state: &AppState, now: UnixMillis) -> Result<Arc<RelatedPosts>, AppError> {
    let generation = state.db.generation();
    let cached = state.extensions.get::<Cached<RelatedPosts>>();
    if let Some(related) = cached.get(generation, now) {
        return Ok(related);
    }
    let reader = state.db.reader();
    let until = store::next_publication(reader, now).await?.unwrap_or(UnixMillis::MAX);
    let related = relate(&store::tagged(reader, now).await?);
    Ok(cached.put(Validity { generation, from: now, until }, related))
}

/// Relates posts to each other, by their tags in the order of the posts, newest first.
fn relate(tagged: &[(PostId, TagId)]) -> RelatedPosts {
    let mut with_tag: HashMap<TagId, VecDeque<PostId>> = HashMap::new();
    for (post, tag) in tagged {
        with_tag.entry(*tag).or_default().push_back(*post);
    }
    let mut uses: HashMap<PostId, usize> = HashMap::new();
    let mut related = RelatedPosts::new();
    for tags in tagged.chunk_by(|one, other| one.0 == other.0) {
        let Some((post, _)) = tags.first() else { continue };
        // How many tags are shared, and where the post is first among those with a tag.
        let mut candidates: HashMap<PostId, (Reverse<usize>, usize)> = HashMap::new();
        for (_, tag) in tags {
            let Some(posts) = with_tag.get_mut(tag) else { continue };
            let is_free = |other: &PostId| uses.get(other).is_none_or(|uses| *uses < MOST);
            while posts.front().is_some_and(|first| !is_free(first)) {
                posts.pop_front();
            }
            let free = posts.iter().filter(|other| *other != post && is_free(other));
            for (place, other) in free.take(NEAR).enumerate() {
                candidates.entry(*other).or_insert((Reverse(0), place)).0.0 += 1;
            }
        }
        let mut candidates: Vec<_> = candidates.into_iter().map(|(other, rank)| (rank, other)).collect();
        candidates.sort_unstable();
        let chosen: Vec<_> = candidates.into_iter().map(|(_, other)| other).take(MOST).collect();
        for other in &chosen {
            *uses.entry(*other).or_default() += 1;
        }
        related.insert(*post, chosen);
    }
    related
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pairs(posts: &[Vec<i64>]) -> Vec<(PostId, TagId)> {
        let of = |(id, tags): (i64, &Vec<i64>)| {
            tags.iter().map(|tag| (PostId(id), TagId(*tag))).collect::<Vec<_>>()
        };
        (0..).zip(posts).flat_map(of).collect()
    }

    #[test]
    fn most_shared_tags_come_first_and_then_the_newest() {
        let related = relate(&pairs(&[vec![1], vec![1, 2], vec![3], vec![1, 2]]));
        assert_eq!(related[&PostId(3)], [PostId(1), PostId(0)]);
        assert!(related[&PostId(2)].is_empty());
    }

    proptest! {
        #[test]
        fn no_text_is_repeated_in_more_than_two_places(
            posts in proptest::collection::vec(proptest::collection::btree_set(0_i64..6, 1..4), 0..120)
        ) {
            let posts: Vec<Vec<i64>> = posts.into_iter().map(|tags| tags.into_iter().collect()).collect();
            let mut places: HashMap<PostId, usize> = HashMap::new();
            for (post, others) in relate(&pairs(&posts)) {
                prop_assert!(others.len() <= MOST && !others.contains(&post));
                for other in others {
                    *places.entry(other).or_default() += 1;
                }
            }
            prop_assert!(places.values().all(|places| *places <= MOST));
        }
    }
}
