//! The rule of visibility as SQL: the only place that compares `posts.public_from` and `posts.public_until` with the time.
//!
//! Triggers write both columns by the view `publicity` (`migrations/0064_renditions.sql`): a post is public from its time or its
//! door's opening on, and, when it tells of somebody, until that person's consent ends; a rendition as long as its original is. Whoever asks for what readers see
//! writes `concat!("select … where ", public_at!("p", "$2"))`; `app/tests/it/publicity.rs` finds any query that compares one of
//! the columns by itself.

use sqlx::QueryBuilder;
use sqlx::sqlite::Sqlite;

use crate::time::UnixMillis;

/// Whether readers see a post at an instant: `public_at!("p", "$2")` of the post `p` and the parameter `$2`, or
/// `public_at!("$2")` where no table has an alias. Null, which is not true, of a post that has no time.
macro_rules! public_at {
    ($now:literal) => {
        concat!("(public_from <= ", $now, " and public_until > ", $now, ")")
    };
    ($post:literal, $now:literal) => {
        concat!("(", $post, ".public_from <= ", $now, " and ", $post, ".public_until > ", $now, ")")
    };
}
pub(crate) use public_at;

/// Whether readers do not see a post at an instant: the opposite of [`public_at!`], never null.
macro_rules! hidden_at {
    ($now:literal) => {
        concat!("(public_from is null or public_from > ", $now, " or public_until <= ", $now, ")")
    };
    ($post:literal, $now:literal) => {
        concat!(
            "(",
            $post,
            ".public_from is null or ",
            $post,
            ".public_from > ",
            $now,
            " or ",
            $post,
            ".public_until <= ",
            $now,
            ")"
        )
    };
}
pub(crate) use hidden_at;

/// Whether readers see a post at an instant, or saw it until its consent ended by itself: then they may be told that it is
/// gone. What somebody has done remembers addresses itself (`post_redirects`).
macro_rules! known_at {
    ($now:literal) => {
        concat!("(public_from <= ", $now, " and public_from < public_until)")
    };
    ($post:literal, $now:literal) => {
        concat!(
            "(",
            $post,
            ".public_from <= ",
            $now,
            " and ",
            $post,
            ".public_from < ",
            $post,
            ".public_until)"
        )
    };
}
pub(crate) use known_at;

/// Adds [`public_at!`] of the post `p` to a query that is put together.
pub(crate) fn push_public_at(query: &mut QueryBuilder<Sqlite>, now: UnixMillis) {
    query.push("(p.public_from <= ").push_bind(now).push(" and p.public_until > ").push_bind(now).push(")");
}

/// Adds to a query that is put together whether consent keeps readers from the post `p`, whose time has come.
pub(crate) fn push_ended_at(query: &mut QueryBuilder<Sqlite>, now: UnixMillis) {
    query.push("(p.public_from <= ").push_bind(now).push(" and p.public_until <= ").push_bind(now).push(")");
}

/// Adds to a query that is put together whether the time of the post `p` has not come.
pub(crate) fn push_before(query: &mut QueryBuilder<Sqlite>, now: UnixMillis) {
    query.push("coalesce(p.public_from > ").push_bind(now).push(", 1)");
}

/// Whether readers will see a post later than at an instant, and do not see it yet.
macro_rules! public_after {
    ($post:literal, $now:literal) => {
        concat!(
            "(",
            $post,
            ".public_from > ",
            $now,
            " and ",
            $post,
            ".public_until > ",
            $post,
            ".public_from)"
        )
    };
}
pub(crate) use public_after;

/// Whether the post `p` may be shown in a place that its consent names by a column of `consents`, such as `in_embeds`: yes where
/// it tells of nobody. The consent to a rendition is that to its original.
macro_rules! in_scope {
    ($column:literal) => {
        concat!(
            "coalesce((select ",
            $column,
            " from consents where post_id = coalesce(p.original_id, p.id)), 1)"
        )
    };
}
pub(crate) use in_scope;

/// The columns of [`Scope`](crate::consent::Scope), for a public post `p`.
macro_rules! scope_columns {
    () => {
        concat!(
            "1 as on_site, ",
            $crate::db::publicity::in_scope!("in_social_media"),
            " as in_social_media, ",
            $crate::db::publicity::in_scope!("in_print"),
            " as in_print, ",
            $crate::db::publicity::in_scope!("in_embeds"),
            " as in_embeds"
        )
    };
}
pub(crate) use scope_columns;
