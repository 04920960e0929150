//! Comments through saves, roles, letters' bookkeeping and the trash, on a real database.

use super::mapping::AnchorState;
use super::store::reminders::Asked;
use super::store::{news, reminders};
use super::*;
use crate::ids::CommentId;
use crate::posts::save::{restore, save};
use crate::posts::testing::{Desk, act, article, basis};
use crate::posts::trash::{move_to_trash, restore_from_trash};
use crate::posts::{Act, PostContent, PostId, PostKind, Revision, trash};
use crate::staff::Staff;
use crate::time::{DAY, HOUR, UnixMillis};

fn text(body: &str) -> PostContent {
    PostContent { body: body.into(), ..article("Små steg") }
}

async fn saved(desk: &Desk, body: &str) -> PostId {
    let post = desk.begin(PostKind::Article).await;
    desk.save(&desk.anna, post, Revision::NONE, &text(body)).await.unwrap();
    post
}

fn on(post: PostId, words: &str) -> NewComment {
    NewComment { post, words: words.into(), body: "Kortare?".into(), ..NewComment::default() }
}

/// Saves a text as the editor does.
async fn save_and_follow(desk: &Desk, post: PostId, base: i64, body: &str) {
    let content = desk.prepared(post, &text(body)).await;
    let mut act = Act::begin(&desk.site.state, &desk.anna).await.unwrap();
    save(&mut act, basis(post, base, i64::MAX), &content).await.unwrap();
    follow(&mut act, post, desk.site.now()).await;
    act.commit().await.unwrap();
}

async fn states(desk: &Desk, post: PostId) -> Vec<AnchorState> {
    let commented = threads(&desk.site.state, post).await.unwrap();
    commented.threads.iter().map(|thread| thread.first.anchor.state).collect()
}

async fn stored_states(desk: &Desk) -> Vec<String> {
    sqlx::query_scalar("select state from comments order by id")
        .fetch_all(desk.site.state.db.reader())
        .await
        .unwrap()
}

#[tokio::test]
async fn words_are_followed_at_each_save_and_found_again_when_an_older_version_is_restored() {
    let desk = Desk::new().await;
    let state = &desk.site.state;
    let post = saved(&desk, "Hon vågade fråga.\n\nSlut.").await;
    write(state, &desk.bo, on(post, "vågade fråga")).await.unwrap();
    save_and_follow(&desk, post, 1, "Nytt först.\n\nHon vågade fråga.\n\nSlut.").await;
    assert_eq!(stored_states(&desk).await, ["there"]);
    save_and_follow(&desk, post, 2, "Nytt först.\n\nHon frågade.\n\nSlut.").await;
    assert_eq!(stored_states(&desk).await, ["changed"]);
    let first = desk.prepared(post, &text("Hon vågade fråga.\n\nSlut.")).await;
    act!(state, &desk.anna, restore, basis(post, 3, i64::MAX), Revision(1), &first).unwrap();
    assert_eq!(stored_states(&desk).await, ["changed"], "another room saved it");
    assert_eq!(states(&desk, post).await, [AnchorState::There], "and the page follows by itself");
}

#[tokio::test]
async fn words_have_to_stand_in_the_text_once() {
    let desk = Desk::new().await;
    let state = &desk.site.state;
    let post = saved(&desk, "Mod och mod.\n\nMod.").await;
    for (words, error) in
        [("tro", CommentError::NotThere), ("od", CommentError::Several), ("!", CommentError::NotThere)]
    {
        assert_eq!(write(state, &desk.bo, on(post, words)).await, Err(error), "{words}");
    }
    assert_eq!(write(state, &desk.bo, on(post, ".")).await, Err(CommentError::Several));
    let whole = NewComment { block: Some(1), ..on(post, "") };
    write(state, &desk.bo, whole).await.unwrap();
    let commented = threads(state, post).await.unwrap();
    assert_eq!(commented.threads[0].first.anchor.quote, "Mod och mod.");
    for body in [String::new(), " \n".into(), "å".repeat(LONGEST + 1)] {
        let new = NewComment { body, ..on(post, "") };
        assert!(matches!(
            write(state, &desk.bo, new).await,
            Err(CommentError::Empty | CommentError::TooLong(LONGEST))
        ));
    }
}

async fn ids(desk: &Desk) -> Vec<CommentId> {
    sqlx::query_scalar("select id from comments order by id")
        .fetch_all(desk.site.state.db.reader())
        .await
        .unwrap()
}

#[tokio::test]
async fn a_comment_is_resolved_reopened_deleted_and_taken_back() {
    let desk = Desk::new().await;
    let state = &desk.site.state;
    let post = saved(&desk, "Mod.").await;
    let id = write(state, &desk.anna, on(post, "")).await.unwrap();
    let answer = NewComment { answers: Some(id), ..on(post, "") };
    write(state, &desk.bo, answer.clone()).await.unwrap();
    let (anna, bo) = (&desk.anna, &desk.bo);
    assert_eq!(change(state, bo, post, id, Change::Resolve).await, Ok(()));
    assert_eq!(change(state, bo, post, id, Change::Resolve).await, Err(CommentError::Changed));
    assert_eq!(open_threads(state, post).await, Ok(0));
    write(state, bo, answer).await.unwrap();
    assert_eq!(open_threads(state, post).await, Ok(1), "an answer opens it again");
    assert_eq!(change(state, bo, post, id, Change::Delete).await, Err(CommentError::NotYours));
    assert_eq!(change(state, anna, post, id, Change::Delete).await, Ok(()));
    let commented = threads(state, post).await.unwrap();
    assert_eq!((commented.threads.len(), commented.deleted.len()), (0, 1));
    assert_eq!(change(state, anna, post, id, Change::TakeBack).await, Ok(()));
    assert_eq!(threads(state, post).await.unwrap().threads[0].answers.len(), 2, "with its answers");
    let elsewhere = saved(&desk, "Annat.").await;
    let wrong = change(state, anna, elsewhere, id, Change::Delete).await;
    assert_eq!(wrong, Err(CommentError::Failed(crate::error::AppError::NotFound)));
    change(state, anna, post, id, Change::Delete).await.unwrap();
    desk.site.advance(31 * DAY);
    let mut tx = state.db.write_quietly().await.unwrap();
    delete_old(&mut tx, desk.site.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(ids(&desk).await, []);
}

#[tokio::test]
async fn a_text_takes_its_comments_to_the_trash_and_back_and_away() {
    let desk = Desk::new().await;
    let state = &desk.site.state;
    let post = saved(&desk, "Mod.").await;
    write(state, &desk.bo, on(post, "")).await.unwrap();
    ask(state, &desk.anna, post, desk.bo.id, "").await.unwrap();
    assert_eq!(concerns(state, desk.anna.id).await.unwrap().len(), 1);
    assert_eq!(concerns(state, desk.bo.id).await.unwrap().len(), 1);
    act!(state, &desk.anna, move_to_trash, post).unwrap();
    for person in [&desk.anna, &desk.bo] {
        assert_eq!(concerns(state, person.id).await, Ok(Vec::new()));
    }
    assert_eq!(write(state, &desk.bo, on(post, "")).await, Err(CommentError::TextRemoved));
    act!(state, &desk.anna, restore_from_trash, post).unwrap();
    assert_eq!(states(&desk, post).await, [AnchorState::Whole]);
    assert_eq!(concerns(state, desk.bo.id).await.unwrap().len(), 1);
    act!(state, &desk.anna, move_to_trash, post).unwrap();
    desk.site.advance((trash::DAYS + 1) * DAY);
    let mut tx = state.db.write_content().await.unwrap();
    assert_eq!(trash::empty_trash(&mut tx, desk.site.now()).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(ids(&desk).await, []);
}

async fn say(
    desk: &Desk,
    by: &Staff,
    post: PostId,
    revision: i64,
    said: ReadingState,
) -> Result<(), CommentError> {
    give(&desk.site.state, by, (post, Revision(revision)), said, "").await
}

#[tokio::test]
async fn somebody_else_than_the_writer_reads_a_revision() {
    let desk = Desk::new().await;
    let state = &desk.site.state;
    let begun = desk.begin(PostKind::Article).await;
    assert_eq!(say(&desk, &desk.bo, begun, 0, ReadingState::Read).await, Err(CommentError::NotSaved));
    let post = saved(&desk, "Mod.").await;
    assert_eq!(say(&desk, &desk.anna, post, 1, ReadingState::Read).await, Err(CommentError::OwnText));
    assert_eq!(say(&desk, &desk.bo, post, 0, ReadingState::Read).await, Err(CommentError::NewerText));
    assert_eq!(say(&desk, &desk.bo, post, 1, ReadingState::Changes).await, Err(CommentError::NoReason));
    assert_eq!(ask(state, &desk.bo, post, desk.anna.id, "").await, Err(CommentError::Nobody));
    ask(state, &desk.anna, post, desk.bo.id, "Är den för lång?").await.unwrap();
    write(state, &desk.bo, on(post, "Mod.")).await.unwrap();
    say(&desk, &desk.bo, post, 1, ReadingState::Changes).await.unwrap();
    let read = Read::load(state, post).await.unwrap();
    assert_eq!((read.requests.len(), read.readings.len(), read.writer), (0, 1, Some(desk.anna.id)));
    let waits = concerns(state, desk.anna.id).await.unwrap();
    assert!(matches!(waits[0].why, Why::Changes { .. }) && waits[1].why == Why::Comments(1), "{waits:?}");
    say(&desk, &desk.bo, post, 1, ReadingState::Read).await.unwrap();
    save_and_follow(&desk, post, 1, "Mod igen.").await;
    let read = Read::load(state, post).await.unwrap();
    assert_eq!(read.readings[0].revision, Revision(1), "it stays bound to what was read");
    let commented = threads(state, post).await.unwrap();
    let since = since_reading(state, &commented.post, Revision(1)).await.unwrap();
    assert_eq!(since.iter().map(|field| field.label).collect::<Vec<_>>(), ["Text"]);
}

#[tokio::test]
async fn a_person_gets_one_letter_an_hour() {
    let desk = Desk::new().await;
    let post = saved(&desk, "Mod.").await;
    let due = async |now: UnixMillis| {
        let mut tx = desk.site.state.db.write_quietly().await.unwrap();
        let news = super::letters::News::Comment;
        news::concern(&mut tx, post, news, Some(desk.bo.id), now).await.unwrap();
        let due = news::take_due(&mut tx, now - super::letters::PERIOD, now).await.unwrap();
        tx.commit().await.unwrap();
        due.into_iter().map(|(staff, ..)| staff).collect::<Vec<_>>()
    };
    let start = desk.site.now();
    assert_eq!(due(start).await, [desk.anna.id], "the writer, and not whoever has commented");
    assert_eq!(due(start + HOUR - 1).await, []);
    assert_eq!(due(start + HOUR).await, [desk.anna.id], "what waited is in the next letter");
}

#[tokio::test]
async fn whoever_was_asked_and_has_not_answered_is_reminded_once() {
    let desk = Desk::new().await;
    let state = &desk.site.state;
    let due = async || {
        let now = desk.site.now();
        let mut tx = state.db.write_quietly().await.unwrap();
        let asked = Asked { after: now - 10 * DAY, until: now - 3 * DAY };
        let due = reminders::take_due(&mut tx, asked, now - super::letters::PERIOD, now).await.unwrap();
        tx.commit().await.unwrap();
        due
    };
    let waits = async |staff| -> (u32, u32) {
        let all = waiting(state).await.unwrap();
        all.iter().find(|waiting| waiting.staff == staff).map_or((0, 0), |w| (w.asked, w.overdue))
    };
    let why = async |staff| {
        concerns(state, staff).await.unwrap().into_iter().map(|concern| concern.why).collect::<Vec<_>>()
    };
    let (unanswered, commented) = (saved(&desk, "Mod.").await, saved(&desk, "Tro.").await);
    let asked_at = desk.site.now();
    for post in [unanswered, commented] {
        ask(state, &desk.anna, post, desk.bo.id, "").await.unwrap();
    }
    let own = saved(&desk, "Hopp.").await;
    ask(state, &desk.bo, own, desk.bo.id, "").await.unwrap();
    write(state, &desk.bo, on(commented, "")).await.unwrap();
    desk.site.advance(3 * DAY - 1);
    assert_eq!((due().await, waits(desk.bo.id).await), (vec![], (3, 0)), "a millisecond before");
    assert_eq!(why(desk.anna.id).await, [Why::Comments(1)]);
    desk.site.advance(1);
    assert_eq!(waits(desk.bo.id).await, (3, 2), "somebody's own question is told of, too");
    assert_eq!(due().await, [(desk.bo.id, unanswered)], "nobody is reminded of their own question");
    assert_eq!(due().await, [], "once");
    let Why::Asked { overdue_since, .. } = &why(desk.bo.id).await[0] else { panic!("asked") };
    assert_eq!(*overdue_since, Some(asked_at));
    let expected = Why::Unanswered { by: "Anna".into(), since: asked_at };
    assert_eq!(why(desk.anna.id).await, [expected, Why::Comments(1)]);
    let read = Read::load(state, unanswered).await.unwrap();
    assert_eq!(read.requests[0].reminded_at, Some(desk.site.now()));

    ask(state, &desk.anna, unanswered, desk.bo.id, "Igen?").await.unwrap();
    assert_eq!(due().await, [], "asked anew");
    desk.site.advance(3 * DAY);
    assert_eq!(due().await, [(desk.bo.id, unanswered)]);
    ask(state, &desk.anna, unanswered, desk.bo.id, "").await.unwrap();
    desk.site.advance(11 * DAY);
    assert_eq!(due().await, [], "too late to be told by letter");
    say(&desk, &desk.bo, unanswered, 1, ReadingState::Read).await.unwrap();
    assert_eq!(why(desk.anna.id).await, [Why::Comments(1)], "and then nobody waits");
}
