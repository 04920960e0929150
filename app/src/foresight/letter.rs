//! The letter: days, counts and links, and nothing of a text's words.

use std::fmt::Write as _;

use super::choice::{Choice, Rhythm};
use super::content::{Content, DayAhead};
use crate::comments::Waiting;
use crate::consent::store::Ending;
use crate::mail::Letter;
use crate::paths;
use crate::staff::Role;
use crate::staff::accounts::StaffAccount;
use crate::time::UnixMillis;

/// How many lines each part has at most.
const MOST: usize = 40;

/// Whom a letter is for, and the site that sends it.
pub(super) struct Occasion<'a> {
    pub(super) account: &'a StaffAccount,
    pub(super) choice: Choice,
    /// Since when the person has not been told what opened.
    pub(super) since: UnixMillis,
    pub(super) site: &'a str,
    pub(super) address: &'a str,
    /// Path of the page that ends the letters.
    pub(super) way_out: &'a str,
}

/// Writes the letter of one person; `None` when there is nothing to tell.
pub(super) fn write(content: &Content, occasion: &Occasion<'_>) -> Option<Letter> {
    let Occasion { account, site, address, .. } = occasion;
    let parts = [
        ("Det här saknas de närmaste 14 dagarna", missing(content, occasion)),
        ("Det här väntar på dig", waiting(content, occasion)),
        ("Det här har öppnats sedan förra brevet", opened(content, occasion)),
    ];
    if parts.iter().all(|(_, lines)| lines.is_empty()) {
        return None;
    }
    let mut text = format!("Hej {}!\n", account.name);
    for (heading, lines) in parts.iter().filter(|(_, lines)| !lines.is_empty()) {
        _ = write!(text, "\n{heading}:\n\n");
        for line in lines.iter().take(MOST) {
            _ = writeln!(text, "- {line}");
        }
        if lines.len() > MOST {
            _ = writeln!(text, "- och {} till: {address}{}", lines.len() - MOST, paths::BOARD);
        }
    }
    let rhythm = match occasion.choice.rhythm {
        Rhythm::Day => "varje dag",
        Rhythm::Week => "varje måndag",
    };
    _ = write!(
        text,
        "\nDu har valt att få det här brevet {rhythm} klockan {:02}.00. Ändra tiden i ditt konto:\n{address}{}\n\n\
         Sluta få brevet:\n{address}{}\n\n{site}\n{address}\n",
        occasion.choice.hour,
        paths::ACCOUNT,
        occasion.way_out,
    );
    let subject = format!("Det som väntar på {site}");
    Some(Letter { to: account.email.clone(), subject, text, sender: (*site).to_owned() })
}

fn missing(content: &Content, occasion: &Occasion<'_>) -> Vec<String> {
    let lines = content.editions.iter().flat_map(|edition| {
        edition.days.iter().map(|day| {
            format!(
                "{}, dag {}, {}: {}\n  {}{}",
                edition.title,
                day.number,
                day.date,
                day.missing.join(", "),
                occasion.address,
                paths::board_day(edition.edition, day.number)
            )
        })
    });
    lines.collect()
}

fn waiting(content: &Content, occasion: &Occasion<'_>) -> Vec<String> {
    let Occasion { account, address, .. } = occasion;
    let days = content.editions.iter().flat_map(|edition| &edition.days);
    let is_own = |day: &&DayAhead| !day.writer.is_empty() && day.writer == account.name;
    let own = days.filter(is_own).count();
    let waiting = content.waiting.iter().find(|waiting| waiting.staff == account.id);
    let decides = account.role >= Role::Editor;
    let Ending { ended, within_7, within_30, within_60 } =
        if decides { content.consents } else { Ending::default() };
    let count = |number: u32| usize::try_from(number).unwrap_or_default();
    let counted = [
        (own, "dag där din text inte är klar", "dagar där dina texter inte är klara", paths::BOARD),
        (
            if decides { usize::try_from(content.ready).unwrap_or_default() } else { 0 },
            "text som är klar för publicering",
            "texter som är klara för publicering",
            paths::ADMIN,
        ),
        (
            if decides { usize::try_from(content.messages).unwrap_or_default() } else { 0 },
            "meddelande om tillgänglighet utan svar",
            "meddelanden om tillgänglighet utan svar",
            paths::MESSAGES,
        ),
        (count(ended), "samtycke som har gått ut", "samtycken som har gått ut", paths::CONSENTS),
        (
            count(within_7),
            "samtycke som går ut inom 7 dagar",
            "samtycken som går ut inom 7 dagar",
            paths::CONSENTS,
        ),
        (
            count(within_30),
            "samtycke som går ut inom 30 dagar",
            "samtycken som går ut inom 30 dagar",
            paths::CONSENTS,
        ),
        (
            count(within_60),
            "samtycke som går ut inom 60 dagar",
            "samtycken som går ut inom 60 dagar",
            paths::CONSENTS,
        ),
    ];
    let lines = counted.into_iter().filter(|(count, ..)| *count > 0).map(|(count, one, several, path)| {
        format!("{count} {}: {address}{path}", if count == 1 { one } else { several })
    });
    waiting.map(|waiting| asked(*waiting, address)).into_iter().chain(lines).collect()
}

/// Says how many texts somebody is asked to read; those for which others have waited for days are told of once more.
fn asked(waiting: Waiting, address: &str) -> String {
    let Waiting { asked, overdue, .. } = waiting;
    let what = match (asked, overdue) {
        (1, 0) => "1 text som du är ombedd att läsa".to_owned(),
        (1, _) => "1 text som du är ombedd att läsa sedan mer än tre dagar".to_owned(),
        (asked, 0) => format!("{asked} texter som du är ombedd att läsa"),
        (asked, overdue) => {
            format!("{asked} texter som du är ombedd att läsa, {overdue} av dem sedan mer än tre dagar")
        }
    };
    format!("{what}: {address}{}", paths::ADMIN)
}

fn opened(content: &Content, occasion: &Occasion<'_>) -> Vec<String> {
    let lines = content.opened_since(occasion.since).into_iter().map(|opened| {
        let empty = if opened.is_empty { ", utan text" } else { "" };
        let way = paths::board_day(opened.edition, opened.day);
        format!("{}, lucka {}{empty}: {}{way}", opened.title, opened.day, occasion.address)
    });
    lines.collect()
}
