use std::collections::BTreeMap;

use jiff::civil::Date;

use super::store::{self, Selection, Unit};
use super::*;
use crate::ids::PostId;
use crate::posts::testing::{Desk, article};
use crate::posts::{PostContent, PostKind};
use crate::state::AppState;
use crate::time::{Clock, DAY, UnixMillis, from_millis};

/// A site on the morning of the first of December 2026, with so many published texts.
async fn site_with(texts: usize) -> (Desk, Vec<PostId>) {
    let desk = Desk::new().await;
    desk.site.state.clock.set("2026-12-01T08:00:00+01:00".parse().unwrap());
    let mut posts = Vec::new();
    for n in 0..texts {
        let post = desk.begin(PostKind::Article).await;
        desk.publish(post, &article(&format!("Text {n}"))).await.unwrap();
        posts.push(post);
    }
    (desk, posts)
}

/// Counts readings now, without writing them.
fn read(state: &AppState, post: PostId, times: usize) {
    let counter = state.extensions.get::<ReadCounts>().counter(post, day_of(state.clock.now_millis()));
    (0..times).for_each(|_| counter.count());
}

fn december() -> Selection {
    Selection {
        days: "2026-12-01".parse::<Date>().unwrap().."2027-01-01".parse().unwrap(),
        edition: None,
        post: None,
    }
}

/// What is shown of each text and day.
async fn shown(state: &AppState) -> Vec<(String, PostId, i64)> {
    let rows =
        store::rows(state.db.reader(), &december(), Unit::Day, state.clock.now_millis()).await.unwrap();
    rows.into_iter().map(|row| (row.day, row.text.post, row.text.reads)).collect()
}

async fn stored(desk: &Desk) -> i64 {
    desk.site.count("select coalesce(sum(reads), 0) from text_reads").await
}

#[tokio::test]
async fn what_a_day_leaves_under_five_is_a_part_of_the_next_one() {
    let (desk, posts) = site_with(1).await;
    let (state, post) = (&desk.site.state, posts[0]);
    for (times, until_now) in [
        (4, vec![]),
        (0, vec![]),
        // Four of the first and three of the third.
        (3, vec![]),
        (1, vec![("2026-12-03", 7)]),
        (4, vec![("2026-12-03", 7)]),
        (5, vec![("2026-12-03", 7), ("2026-12-05", 5)]),
        (0, vec![("2026-12-03", 7), ("2026-12-05", 5), ("2026-12-06", 5)]),
    ] {
        let until_now: Vec<_> =
            until_now.into_iter().map(|(day, number)| (day.into(), post, number)).collect();
        assert_eq!(shown(state).await, until_now);
        read(state, post, times);
        write(state).await;
        desk.site.advance(DAY);
    }
    assert_eq!(stored(&desk).await, 17, "none is lost");
}

#[tokio::test]
async fn no_look_at_any_time_tells_a_number_under_five() {
    let (desk, posts) = site_with(3).await;
    let state = &desk.site.state;
    let mut total = 0;
    let mut before: BTreeMap<(String, PostId), i64> = BTreeMap::new();
    // As good as chance, and the same each time.
    let mut chance = 7_u64;
    let mut next = |below: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % below
    };
    for _ in 0..31 * 12 {
        for post in &posts {
            let times = usize::try_from(next(4).saturating_sub(1)).unwrap();
            read(state, *post, times);
            total += i64::try_from(times).unwrap();
        }
        if next(3) > 0 {
            write(state).await;
        }
        let now: BTreeMap<_, _> =
            shown(state).await.into_iter().map(|(day, post, number)| ((day, post), number)).collect();
        assert!(now.values().all(|number| *number >= LEAST));
        assert!(before.iter().all(|(key, number)| now.get(key) == Some(number)), "what is shown stays");
        before = now;
        desk.site.advance(DAY / 12);
    }
    write(state).await;
    assert_eq!(stored(&desk).await, total, "none is lost");
    assert!(total > 300 && before.len() > 40, "{total} {}", before.len());
    let now = state.clock.now_millis();
    let by_day = store::by_day(state.db.reader(), &december(), Unit::Day, now).await.unwrap();
    let by_text = store::by_text(state.db.reader(), &december(), 10, now).await.unwrap();
    let sum: i64 = before.values().sum();
    assert_eq!(by_day.iter().map(|(_, number)| number).sum::<i64>(), sum);
    assert_eq!(by_text.iter().map(|text| text.reads).sum::<i64>(), sum);
    assert_eq!(
        store::by_day(state.db.reader(), &december(), Unit::Month, now).await.unwrap(),
        [("2026-12".into(), sum)]
    );
    assert!(total - sum < LEAST * 3 + 30, "all but what each text has left, and the last day");
}

#[tokio::test]
async fn the_numbers_of_a_text_go_away_with_it() {
    for change in [
        "update posts set state = 'withdrawn' where id = $1",
        "update posts set state = 'trash', trashed_at = 1, trashed_from = 'published' where id = $1",
        "update posts set sensitive = 1 where id = $1",
        "delete from posts where id = $1",
    ] {
        let (desk, posts) = site_with(2).await;
        let state = &desk.site.state;
        for post in &posts {
            read(state, *post, 9);
        }
        write(state).await;
        read(state, posts[0], 9);
        let mut tx = state.db.write_content().await.unwrap();
        sqlx::query(change).bind(posts[0]).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
        write(state).await;
        desk.site.advance(DAY);
        assert_eq!(shown(state).await, [("2026-12-01".into(), posts[1], 9)], "{change}");
        assert_eq!(stored(&desk).await, 9, "{change}");
    }
}

#[tokio::test]
async fn a_text_that_is_not_public_has_no_numbers() {
    let (desk, _) = site_with(0).await;
    let state = &desk.site.state;
    let draft = desk.begin(PostKind::Article).await;
    let later = desk.begin(PostKind::Article).await;
    let content = PostContent { publish_at: "2026-12-24T08:00".into(), ..article("Senare") };
    desk.publish(later, &content).await.unwrap();
    for post in [draft, later] {
        read(state, post, 9);
    }
    write(state).await;
    assert_eq!(stored(&desk).await, 0);
}

#[tokio::test]
async fn numbers_are_kept_for_three_years() {
    let (desk, posts) = site_with(1).await;
    let state = &desk.site.state;
    read(state, posts[0], 9);
    write(state).await;
    for (today, left) in [("2029-12-01T12:00:00+01:00", 9), ("2029-12-02T00:00:00+01:00", 0)] {
        let mut tx = state.db.write_quietly().await.unwrap();
        let now: UnixMillis = today.parse::<jiff::Timestamp>().unwrap().into();
        delete_old(&mut tx, now).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(stored(&desk).await, left, "{today}");
    }
}

#[tokio::test]
async fn a_pretended_time_writes_nothing_and_writing_changes_no_content() {
    let (desk, posts) = site_with(1).await;
    let state = &desk.site.state;
    let moved = AppState { clock: Clock::moved(from_millis(desk.site.now())), ..state.clone() };
    read(&moved, posts[0], 9);
    write(&moved).await;
    assert_eq!(stored(&desk).await, 0);
    write(state).await;
    assert_eq!(stored(&desk).await, 0, "nor later");
    let generation = state.db.generation();
    read(state, posts[0], 9);
    write(state).await;
    assert_eq!((stored(&desk).await, state.db.generation()), (9, generation));
}

#[tokio::test]
async fn what_could_not_be_written_is_written_later() {
    let (desk, posts) = site_with(1).await;
    let state = &desk.site.state;
    let mut tx = state.db.write_content().await.unwrap();
    sqlx::query("alter table text_reads rename to elsewhere").execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    read(state, posts[0], 9);
    write(state).await;
    let mut tx = state.db.write_content().await.unwrap();
    sqlx::query("alter table elsewhere rename to text_reads").execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(stored(&desk).await, 0);
    // The day is long over: its numbers are a part of the present one.
    desk.site.advance(3 * DAY);
    write(state).await;
    assert_eq!(stored(&desk).await, 9);
    assert_eq!(shown(state).await, []);
    desk.site.advance(DAY);
    assert_eq!(shown(state).await, [("2026-12-04".into(), posts[0], 9)]);
}
