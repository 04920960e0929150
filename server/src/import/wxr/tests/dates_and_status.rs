use app::import::{DraftReason, ItemStatus, SourceDate};
use app::time::parse_local;

use super::super::Options;
use super::{Read, read, try_read};

fn published(read: &Read, id: &str) -> Option<String> {
    let millis = read.item(id).dates.published.and_then(SourceDate::millis)?;
    Some(jiff::Timestamp::from_millisecond(millis.0).unwrap().to_string())
}

#[test]
fn dates_come_from_what_is_most_certain() {
    let read = read("wxr-01-datum.xml");
    assert_eq!(published(&read, "101").unwrap(), "2012-12-01T06:30:00Z");
    assert_eq!(published(&read, "102"), None);
    assert_eq!(published(&read, "103").unwrap(), "2021-03-28T00:30:00Z");
    let dates = read.item("102").dates;
    assert_eq!(dates.created.and_then(SourceDate::millis), parse_local("2019-03-03T18:20"));
    assert_eq!(dates.modified, dates.created);
    assert_eq!(read.item("102").status, ItemStatus::Draft(DraftReason::Draft));
    let dates = read.item("103").dates;
    assert!(dates.modified.and_then(SourceDate::millis) >= dates.published.and_then(SourceDate::millis));
    assert!(read.is_told("date-local", "101") && read.is_told("date-none", "102"));
    assert!(read.is_told("date-differs", "103"));
}

#[test]
fn what_was_not_for_all_becomes_a_draft() {
    let read = read("wxr-02-hemligt.xml");
    assert_eq!(read.ids(), ["201", "202"]);
    assert_eq!(read.item("201").status, ItemStatus::Draft(DraftReason::Private));
    assert_eq!(read.item("202").status, ItemStatus::Draft(DraftReason::Password));
    assert!(
        read.is_told("private", "201") && read.is_told("password", "202") && read.is_told("in-trash", "203")
    );
    assert!(!read.everything().contains("pepparkaka-42"));

    let options = Options { trash: true, ..Options::default() };
    let read = try_read("wxr-02-hemligt.xml", options, None).unwrap();
    assert_eq!(read.item("203").status, ItemStatus::Draft(DraftReason::Draft));
    assert_eq!(read.entries[2].slug, "slangd-text");
}

#[test]
fn what_was_to_come_keeps_its_time() {
    let read = read("wxr-03-framtid.xml");
    assert_eq!(read.ids(), ["301", "302"]);
    // That a time has passed is decided where the clock is known.
    assert_eq!(read.item("301").status, ItemStatus::Scheduled);
    assert_eq!(read.item("302").status, ItemStatus::Scheduled);
    assert_eq!(published(&read, "301").unwrap(), "2031-12-01T05:00:00Z");
    assert_eq!(published(&read, "302").unwrap(), "2019-12-01T05:00:00Z");
    assert!(read.is_told("auto-draft", "303"));
}
