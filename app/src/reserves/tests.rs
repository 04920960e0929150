//! Reserves, with a database and a clock that is set.

use super::fitness::Unfit;
use super::{ReserveError, add, remove, reorder, reserves, settle, settle_due, switch};
use crate::ids::{EditionId, PostId};
use crate::posts::hang::take_down;
use crate::posts::store::doors::{self, hang};
use crate::posts::store::{NewPost, add_post};
use crate::posts::testing::{Desk, act};
use crate::posts::{PostContent, PostKind, PostStatus, Revision, publish};

/// An edition that opens at eight, on the evening before its first door, and its reserves.
struct Board {
    desk: Desk,
    edition: EditionId,
}

const FIRST: &str = "2026-12-01T08:00:00+01:00";

impl Board {
    async fn new(is_on: bool) -> Self {
        let desk = Desk::new().await;
        desk.site.state.clock.set("2026-11-30T20:00:00+01:00".parse().unwrap());
        let edition = desk.edition("2026-12-01").await;
        let board = Self { desk, edition };
        if is_on {
            board.switch(true).await;
        }
        board
    }

    async fn switch(&self, on: bool) {
        switch(&self.desk.site.state, &self.desk.anna, self.edition, on).await.unwrap();
    }

    fn set_clock(&self, at: &str) {
        self.desk.site.state.clock.set(at.parse().unwrap());
    }

    async fn text(&self, slug: &str, change: impl FnOnce(&mut PostContent)) -> PostId {
        let post = NewPost::draft(PostKind::Guldkorn, slug, slug).with_content(|content| {
            content.body = "Hej.".into();
            change(content);
        });
        let mut tx = self.desk.site.state.db.write_content().await.unwrap();
        let id = add_post(&mut tx, &post, self.desk.site.now()).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    async fn add(&self, post: PostId) -> Result<String, ReserveError> {
        add(&self.desk.site.state, &self.desk.anna, self.edition, post).await
    }

    async fn reserve(&self, slug: &str) -> PostId {
        let post = self.text(slug, |_| {}).await;
        self.add(post).await.unwrap();
        post
    }

    async fn hang(&self, day: u16, post: PostId) {
        let mut tx = self.desk.site.state.db.write_content().await.unwrap();
        hang(&mut tx, self.edition, day, post).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn settle(&self) {
        settle(&self.desk.site.state).await.unwrap();
    }

    /// Returns what lies on the first days, as far as readers can have it.
    async fn days(&self, count: usize) -> Vec<Option<PostId>> {
        let mut connection = self.desk.site.state.db.reader().acquire().await.unwrap();
        let doors = doors::of_edition(&mut connection, self.edition).await.unwrap();
        doors.into_iter().take(count).map(|door| door.post).collect()
    }

    async fn list(&self) -> Vec<PostId> {
        let reserves = reserves(&self.desk.site.state, self.edition).await.unwrap();
        reserves.list.into_iter().map(|reserve| reserve.post).collect()
    }

    async fn status(&self, post: PostId) -> PostStatus {
        self.desk.work(post).await.status
    }
}

#[tokio::test]
async fn an_empty_door_is_filled_once_as_it_opens() {
    let board = Board::new(true).await;
    let (first, second) = (board.reserve("ett").await, board.reserve("tva").await);
    board.set_clock("2026-12-01T07:59:59.999+01:00");
    board.settle().await;
    assert_eq!(board.days(1).await, [None], "a millisecond before");
    assert_eq!(board.status(first).await, PostStatus::Draft);
    board.set_clock(FIRST);
    for _ in 0..2 {
        board.settle().await;
        assert_eq!(board.days(2).await, [Some(first), None]);
        assert_eq!(board.status(first).await, PostStatus::Published);
        assert_eq!(board.list().await, [second], "it is used");
    }
    let log = board.desk.actions().await;
    assert_eq!(log.iter().filter(|action| *action == "reserve_used").count(), 1, "{log:?}");
}

#[tokio::test]
async fn what_opened_while_nobody_was_there_is_filled_in_order() {
    let board = Board::new(true).await;
    let reserves = [board.reserve("ett").await, board.reserve("tva").await];
    let own = board.text("eget", |_| {}).await;
    board.hang(2, own).await;
    board.desk.publish(own, &board.desk.work(own).await.content).await.unwrap();
    board.set_clock("2026-12-04T23:00:00+01:00");
    settle_due(&board.desk.site.state).await;
    let expected = [Some(reserves[0]), Some(own), Some(reserves[1]), None];
    assert_eq!(board.days(4).await, expected, "the fourth finds no reserve");
    board.reserve("tre").await;
    settle_due(&board.desk.site.state).await;
    assert_eq!(board.days(4).await, expected, "a door that has opened empty stays so");
}

#[tokio::test]
async fn many_at_once_fill_it_once() {
    let board = Board::new(true).await;
    let posts = [board.reserve("ett").await, board.reserve("tva").await];
    board.set_clock(FIRST);
    let state = &board.desk.site.state;
    tokio::join!(settle_due(state), settle_due(state), settle_due(state), settle_due(state));
    let (one, other) = tokio::join!(settle(state), settle(state));
    assert_eq!((one, other), (Ok(()), Ok(())));
    assert_eq!(board.days(2).await, [Some(posts[0]), None]);
}

#[tokio::test]
async fn reserves_are_off_until_somebody_switches_them_on() {
    let board = Board::new(false).await;
    let post = board.reserve("ett").await;
    board.set_clock(FIRST);
    settle_due(&board.desk.site.state).await;
    board.switch(true).await;
    board.set_clock("2026-12-01T12:00:00+01:00");
    settle_due(&board.desk.site.state).await;
    assert_eq!(board.days(2).await, [None, None], "what was open already is left alone");
    board.switch(false).await;
    board.set_clock("2026-12-02T08:00:00+01:00");
    settle_due(&board.desk.site.state).await;
    assert_eq!(board.days(2).await, [None, None]);
    assert_eq!(board.list().await, [post]);
}

#[tokio::test]
async fn a_text_that_nobody_has_published_makes_room_and_stays() {
    let board = Board::new(true).await;
    let reserve = board.reserve("reserv").await;
    let draft = board.text("utkast", |_| {}).await;
    board.hang(1, draft).await;
    board.set_clock(FIRST);
    board.settle().await;
    assert_eq!(board.days(1).await, [Some(reserve)]);
    let left = board.desk.work(draft).await;
    assert_eq!((left.status, left.door), (PostStatus::Draft, None));
    let filled = reserves(&board.desk.site.state, board.edition).await.unwrap().filled;
    assert_eq!(
        filled.iter().map(|filling| (filling.day, filling.displaced)).collect::<Vec<_>>(),
        [(1, Some(draft))]
    );
}

#[tokio::test]
async fn a_door_that_loses_its_text_after_it_has_opened_stays_empty() {
    let board = Board::new(true).await;
    let own = board.text("eget", |_| {}).await;
    board.hang(1, own).await;
    board.desk.publish(own, &board.desk.work(own).await.content).await.unwrap();
    board.reserve("reserv").await;
    board.set_clock(FIRST);
    board.settle().await;
    act!(&board.desk.site.state, &board.desk.anna, publish::withdraw, own, None).unwrap();
    board.set_clock("2026-12-01T09:00:00+01:00");
    settle_due(&board.desk.site.state).await;
    assert_eq!(board.days(1).await, [Some(own)]);
}

#[tokio::test]
async fn a_text_that_readers_must_not_get_by_themselves_is_no_reserve() {
    let board = Board::new(true).await;
    let sensitive = board.text("kansligt", |content| content.sensitive = true).await;
    assert_eq!(board.add(sensitive).await, Err(ReserveError::Unfit(Unfit::Sensitive)));
    let empty = board.text("tomt", |content| content.body.clear()).await;
    assert_eq!(board.add(empty).await, Err(ReserveError::Unfit(Unfit::Missing("tomt".into()))));
    let hung = board.text("hanger", |_| {}).await;
    board.hang(3, hung).await;
    assert_eq!(board.add(hung).await, Err(ReserveError::Unfit(Unfit::Placed)));
    let by_a_writer = board.text("skribent", |_| {}).await;
    let refused = add(&board.desk.site.state, &board.desk.bo, board.edition, by_a_writer).await;
    assert_eq!(refused, Err(ReserveError::NotYours));
    assert!(board.list().await.is_empty());
}

#[tokio::test]
async fn words_that_nobody_has_decided_on_are_passed_over() {
    let board = Board::new(true).await;
    let (changed, next) = (board.reserve("andrad").await, board.reserve("nasta").await);
    let words = PostContent { body: "Andra ord.".into(), ..board.desk.work(changed).await.content };
    board.desk.save(&board.desk.bo, changed, Revision::NONE, &words).await.unwrap();
    let unfit = reserves(&board.desk.site.state, board.edition).await.unwrap().list.remove(0).unfit;
    assert_eq!(unfit, Some(Unfit::Changed));
    board.set_clock(FIRST);
    board.settle().await;
    assert_eq!(board.days(1).await, [Some(next)]);
    assert_eq!(board.status(changed).await, PostStatus::Draft);
}

#[tokio::test]
async fn a_text_that_gets_a_day_or_readers_or_lands_in_the_trash_is_no_reserve_any_more() {
    let board = Board::new(true).await;
    let [hung, published, trashed] =
        [board.reserve("ett").await, board.reserve("tva").await, board.reserve("tre").await];
    board.hang(5, hung).await;
    board.desk.publish(published, &board.desk.work(published).await.content).await.unwrap();
    act!(&board.desk.site.state, &board.desk.anna, crate::posts::trash::move_to_trash, trashed).unwrap();
    assert!(board.list().await.is_empty());
    act!(&board.desk.site.state, &board.desk.anna, crate::posts::trash::restore_from_trash, trashed).unwrap();
    act!(&board.desk.site.state, &board.desk.anna, take_down, hung).unwrap();
    assert!(board.list().await.is_empty(), "somebody decides again");
}

#[tokio::test]
async fn the_order_is_changed_by_steps_and_by_number() {
    let board = Board::new(false).await;
    let [a, b, c] = [board.reserve("a").await, board.reserve("b").await, board.reserve("c").await];
    let state = &board.desk.site.state;
    for (post, place, expected) in
        [(c, 1, [c, a, b]), (c, 99, [a, b, c]), (a, 0, [a, b, c]), (a, 2, [b, a, c])]
    {
        reorder(state, board.edition, post, |_| place).await.unwrap();
        assert_eq!(board.list().await, expected, "{place}");
    }
    reorder(state, board.edition, a, |from| from - 1).await.unwrap();
    assert_eq!(board.list().await, [a, b, c]);
    remove(state, &board.desk.anna, board.edition, b).await.unwrap();
    assert_eq!(board.list().await, [a, c]);
    assert_eq!(remove(state, &board.desk.anna, board.edition, b).await, Err(ReserveError::Gone));
    assert_eq!(reorder(state, board.edition, b, |_| 1).await, Err(ReserveError::Gone));
    assert_eq!(reorder(state, EditionId(99), a, |_| 1).await, Err(ReserveError::Gone));
    let other = board.desk.edition("2027-12-01").await;
    add(state, &board.desk.anna, other, a).await.unwrap();
    assert_eq!(board.list().await, [c], "no text is a reserve twice");
}

#[tokio::test]
async fn a_door_opens_once_whatever_the_clock_does() {
    let board = Board::new(true).await;
    let first = board.reserve("ett").await;
    board.set_clock("2027-06-01T12:00:00+02:00");
    board.settle().await;
    board.set_clock("2026-11-30T20:00:00+01:00");
    let mut tx = board.desk.site.state.db.write_content().await.unwrap();
    super::store::forget_the_future(&mut tx, board.desk.site.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(board.status(first).await, PostStatus::Scheduled, "the door is closed again");
    let second = board.reserve("tva").await;
    board.set_clock("2026-12-02T09:00:00+01:00");
    board.settle().await;
    assert_eq!(
        board.days(3).await,
        [Some(first), Some(second), None],
        "those that came later are filled, too"
    );
}

#[tokio::test]
async fn a_pretended_clock_fills_nothing_but_the_demo_site() {
    use crate::state::AppState;
    use crate::time::Clock;

    let board = Board::new(true).await;
    let reserve = board.reserve("ett").await;
    let settled_until = async || -> i64 {
        sqlx::query_scalar("select settled_until from reserve_switches")
            .fetch_one(board.desk.site.state.db.reader())
            .await
            .unwrap()
    };
    let before = settled_until().await;
    let pretended = |at: &str| AppState {
        clock: Clock::moved(at.parse().unwrap()),
        extensions: crate::cache::Extensions::default(),
        ..board.desk.site.state.clone()
    };
    for at in ["2026-12-03T12:00:00+01:00", "2026-11-01T12:00:00+01:00"] {
        let state = pretended(at);
        settle_due(&state).await;
        super::run(state).await;
        assert_eq!(board.days(3).await, [None, None, None], "{at}");
        assert_eq!(settled_until().await, before, "{at}: nothing is dealt with, and nothing is open again");
    }
    let demo = pretended("2026-12-01T12:00:00+01:00");
    super::let_moved_clock_fill(&demo);
    settle_due(&demo).await;
    assert_eq!(board.days(2).await, [Some(reserve), None]);
}
