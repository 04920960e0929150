//! Letters to those whom comments and readings concern: at most one an hour to each, with links and without a word of the
//! texts, which may be about closed doors or somebody's life.
//!
//! Whoever was asked to read a text and has not answered is reminded once. Nothing has to run at the right time for that: each
//! run reads who waits for so long, and notes whom it takes.

use sqlx::sqlite::SqliteConnection;

use super::reading::OVERDUE;
use super::store::reminders::Asked;
use super::store::{news, reminders};
use crate::error::AppError;
use crate::mail::Letter;
use crate::paths;
use crate::posts::PostId;
use crate::site;
use crate::staff::accounts::{self, StaffAccount};
use crate::staff::{Role, StaffId};
use crate::state::AppState;
use crate::time::{DAY, HOUR, UnixMillis};

/// How much time lies between two letters to one person.
pub(super) const PERIOD: i64 = HOUR;
/// How late a reminder may come, when no letter could be sent before: then it would surprise more than help.
const LATEST_REMINDER: i64 = 7 * DAY;
/// More links in a letter help nobody: the dashboard has them all.
const MOST_LINKS: usize = 10;

/// What somebody is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub(super) enum News {
    /// Somebody was asked to read a text.
    Asked,
    /// They have not answered for days. Never stored as news: the request says so.
    Reminder,
    /// A text was commented.
    Comment,
    /// A text was read.
    Reading,
}

impl News {
    const fn in_words(self) -> &'static str {
        match self {
            Self::Asked => "Någon har bett dig läsa en text:",
            Self::Reminder => "Påminnelse: någon har bett dig läsa en text och väntar på dig:",
            Self::Comment => "Det finns nya kommentarer till en text som du skriver eller har kommenterat:",
            Self::Reading => "Någon har läst en text som du skriver:",
        }
    }
}

/// Notes news of a text for those whom it concerns, if the site sends letters.
pub(super) async fn concern(
    state: &AppState,
    writer: &mut SqliteConnection,
    post: PostId,
    what: News,
    except: Option<StaffId>,
) -> Result<(), sqlx::Error> {
    if state.mail.is_configured() {
        news::concern(writer, post, what, except, state.clock.now_millis()).await?;
    }
    Ok(())
}

/// Notes that somebody was asked, if the site sends letters.
pub(super) async fn ask(
    state: &AppState,
    writer: &mut SqliteConnection,
    post: PostId,
    person: StaffId,
) -> Result<(), sqlx::Error> {
    if state.mail.is_configured() {
        news::tell(writer, post, News::Asked, person, state.clock.now_millis()).await?;
    }
    Ok(())
}

/// Sends what is due without making anybody wait for a mail server. What it tells of must be committed before.
pub(super) fn notify_soon(state: &AppState) {
    if state.mail.is_configured() {
        let state = state.clone();
        tokio::spawn(async move { notify(&state).await });
    }
}

/// Sends a letter to everybody who has news, or is to be reminded, and got none within the hour. The others get theirs by the
/// next run of the maintenance. News are taken before the letters go, so nobody is told twice.
pub(crate) async fn notify(state: &AppState) {
    if let Err(error) = try_to_notify(state).await {
        tracing::error!(%error, "the staff could not be told of comments and readings");
    }
}

async fn try_to_notify(state: &AppState) -> Result<(), AppError> {
    if !state.mail.is_configured() || state.clock.is_moved() {
        return Ok(());
    }
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let reminders = take_reminders(&mut tx, now).await?;
    let mut due = news::take_due(&mut tx, now - PERIOD, now).await?;
    for (staff, post) in reminders {
        news::note_letter(&mut tx, staff, now).await?;
        due.push((staff, post, News::Reminder));
    }
    if due.is_empty() {
        return Ok(());
    }
    tx.commit().await?;
    let site = site::store::settings(state.db.reader()).await?.name;
    let address = site::address(state).await?;
    for account in accounts::active(state.db.reader(), Role::Reviewer).await? {
        let mut own: Vec<_> = due
            .iter()
            .filter(|(staff, ..)| *staff == account.id)
            .map(|(_, post, what)| (*what, *post))
            .collect();
        own.sort_unstable();
        if !own.is_empty() {
            state.mail.send(letter(&site, &address, account, &own)).await;
        }
    }
    Ok(())
}

/// Takes the requests of which people are reminded, if they may get a letter: before the news are taken, which count as one.
async fn take_reminders(
    writer: &mut SqliteConnection,
    now: UnixMillis,
) -> Result<Vec<(StaffId, PostId)>, sqlx::Error> {
    let asked = Asked { after: now - OVERDUE - LATEST_REMINDER, until: now - OVERDUE };
    reminders::take_due(writer, asked, now - PERIOD, now).await
}

fn letter(site: &str, address: &str, account: StaffAccount, news: &[(News, PostId)]) -> Letter {
    let links = news
        .iter()
        .take(MOST_LINKS)
        .map(|(what, post)| format!("{}\n{address}{}\n\n", what.in_words(), paths::comments(*post)));
    let links: String = links.collect();
    let more = match news.len().saturating_sub(MOST_LINKS) {
        0 => String::new(),
        more => format!("Och {more} till, som du hittar på skrivbordet:\n{address}{}\n\n", paths::ADMIN),
    };
    let text = format!(
        "Hej {}!\n\n{links}{more}Vad som står i texter och kommentarer skickar vi inte med e-post. Du får högst ett \
         sådant här brev i timmen.\n\n{site}\n{address}\n",
        account.name
    );
    Letter {
        to: account.email, subject: format!("Texter att läsa på {site}"), text, sender: site.to_owned()
    }
}
