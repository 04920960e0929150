//! The entry in which a device remembers opened doors, such as `2025:1,24 2026:3`.

/// Returns the opened days of an edition.
pub(super) fn days_in(entry: &str, edition: &str) -> Vec<u16> {
    let of_edition =
        entry.split(' ').filter_map(|part| part.split_once(':')).find(|(name, _)| *name == edition);
    of_edition
        .map(|(_, days)| days.split(',').filter_map(|day| day.parse().ok()).collect())
        .unwrap_or_default()
}

/// Returns the entry with one more opened day.
pub(super) fn with_day(entry: &str, edition: &str, day: u16) -> String {
    let mut days = days_in(entry, edition);
    if let Err(index) = days.binary_search(&day) {
        days.insert(index, day);
    }
    let days = days.iter().map(u16::to_string).collect::<Vec<_>>().join(",");
    let prefix = [edition, ":"].concat();
    let others =
        entry.split(' ').filter(|part| !part.is_empty() && !part.starts_with(&prefix)).map(str::to_owned);
    others.chain([prefix.clone() + &days]).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_the_days_of_each_edition() {
        let entry = with_day(&with_day(&with_day("", "2026", 3), "2025", 24), "2026", 1);
        assert_eq!(entry, "2025:24 2026:1,3");
        assert_eq!(days_in(&entry, "2026"), [1, 3]);
        assert!(days_in(&entry, "202").is_empty());
    }

    #[test]
    fn a_malformed_entry_has_no_days_and_stays() {
        assert!(days_in("::,,2026:x,99999,4", "2026").is_empty());
        assert_eq!(days_in("2026:x,99999,4", "2026"), [4]);
        assert_eq!(with_day("skräp", "2026", 4), "skräp 2026:4");
    }
}
