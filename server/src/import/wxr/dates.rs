//! The dates of an item: what is most certain first, and never today.

use app::import::{Finding, ItemDates, SourceDate};
use jiff::Timestamp;
use jiff::civil::DateTime;

use super::causes;
use super::raw_item::RawItem;

/// The years in which something can have been written for a web site.
const LIKELY: std::ops::RangeInclusive<i16> = 1990..=2100;

/// Returns the dates of an item, and tells what was uncertain.
pub(super) fn dates(item: &RawItem, name: &str, note: &mut dyn FnMut(Finding)) -> ItemDates {
    let mut found = |cause, detail: &str| note(Finding::new(cause, name, detail));
    let (own, feed) = (instant(&item.date_gmt), feed(&item.pub_date));
    let published = match (own, local(&item.date), feed) {
        (Some(own), _, feed) => {
            if feed.is_some_and(|feed| (feed.as_second() - own.as_second()).abs() >= 60) {
                found(causes::DATE_DIFFERS, &item.pub_date);
            }
            Some(SourceDate::Instant(own))
        }
        (None, Some(local), _) => {
            found(causes::DATE_LOCAL, &item.date);
            Some(SourceDate::Local(local))
        }
        (None, None, Some(feed)) => {
            found(causes::DATE_FEED, &item.pub_date);
            Some(SourceDate::Instant(feed))
        }
        (None, None, None) => {
            found(causes::DATE_NONE, "");
            None
        }
    };
    if published.is_some_and(|date| !LIKELY.contains(&date.day().year())) {
        found(causes::DATE_ODD, &item.date);
    }
    let modified = instant(&item.modified_gmt)
        .map(SourceDate::Instant)
        .or_else(|| local(&item.modified).map(SourceDate::Local));
    // Nothing is changed before it exists.
    let modified = match (modified, published) {
        (Some(modified), Some(published)) if modified.millis() < published.millis() => Some(published),
        (modified, _) => modified,
    };
    ItemDates { published, modified, created: published.or(modified) }
}

/// Reads a time as databases write it; `None` for the zeros that stand for no time.
fn local(text: &str) -> Option<DateTime> {
    let time: DateTime = text.trim().replacen(' ', "T", 1).parse().ok()?;
    (time.year() > 0).then_some(time)
}

fn instant(text: &str) -> Option<Timestamp> {
    let at = local(text)?.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
    Some(at)
}

/// Reads a time as feeds write it, or as ISO 8601.
fn feed(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let at = jiff::fmt::rfc2822::parse(text).map(|at| at.timestamp()).or_else(|_| text.parse()).ok()?;
    (at.as_second()
        > local("0001-01-02 00:00:00")?.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_second())
    .then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(gmt: &str, local: &str, feed: &str) -> RawItem {
        RawItem { date_gmt: gmt.into(), date: local.into(), pub_date: feed.into(), ..RawItem::default() }
    }

    fn read(item: &RawItem) -> (Option<String>, Vec<&'static str>) {
        let mut causes = Vec::new();
        let dates = dates(item, "", &mut |finding| causes.push(finding.cause.code));
        let millis = dates.published.and_then(SourceDate::millis);
        (millis.map(|at| Timestamp::from_millisecond(at.0).unwrap().to_string()), causes)
    }

    #[test]
    fn the_most_certain_date_is_taken() {
        let zero = "0000-00-00 00:00:00";
        let feed = "Tue, 01 Dec 2020 06:00:00 +0000";
        for (item, date, causes) in [
            (item("2020-12-01 06:00:00", "2020-12-01 07:00:00", feed), Some("2020-12-01T06:00:00Z"), vec![]),
            (
                item("2020-12-01 06:00:00", "", "Tue, 01 Dec 2020 08:00:00 +0000"),
                Some("2020-12-01T06:00:00Z"),
                vec!["date-differs"],
            ),
            (
                item(zero, "2012-12-01 07:30:00", "Mon, 30 Nov -0001 00:00:00 +0000"),
                Some("2012-12-01T06:30:00Z"),
                vec!["date-local"],
            ),
            (item("", zero, feed), Some("2020-12-01T06:00:00Z"), vec!["date-feed"]),
            (item(zero, "-001-11-30 00:00:00", ""), None, vec!["date-none"]),
            (item("1066-10-14 09:00:00", "", ""), Some("1066-10-14T09:00:00Z"), vec!["date-odd"]),
        ] {
            assert_eq!(read(&item), (date.map(str::to_owned), causes), "{item:?}");
        }
    }

    #[test]
    fn a_time_that_the_clocks_left_out_is_still_one() {
        let (date, _) = read(&item("", "2021-03-28 02:30:00", ""));
        assert!(date.is_some());
    }
}
