//! The order of the Swedish alphabet, as the collation `swedish` of every connection.
//!
//! SQL that sorts names or titles for people says `order by name collate swedish`. No index, constraint or view of the
//! schema may use the collation: other programs that open the file do not know it.

use std::cmp::Ordering;

/// Name of the collation in SQL.
pub(super) const COLLATION: &str = "swedish";

/// Compares two names as a Swedish dictionary does: capitals as small letters, å, ä and ö after z. Names that differ
/// in nothing else are ordered by their bytes, so that a list is always in the same order.
pub(crate) fn swedish_order(one: &str, other: &str) -> Ordering {
    letters(one).cmp(letters(other)).then_with(|| one.cmp(other))
}

fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().flat_map(char::to_lowercase).map(sort_key)
}

/// The character by which a letter is sorted. The three that follow z in ASCII keep everything else where it is.
const fn sort_key(letter: char) -> char {
    match letter {
        'å' => '{',
        'ä' | 'æ' => '|',
        'ö' | 'ø' => '}',
        'é' | 'è' => 'e',
        'ü' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::swedish_order;
    use crate::db::Db;

    const IN_ORDER: [&str; 10] = [
        "Arbete",
        "arbete",
        "arbetsliv",
        "Zon",
        "Åren",
        "Återhämtning",
        "ärlighet",
        "Äventyr",
        "ö",
        "Öppenhet",
    ];

    #[test]
    fn the_alphabet_ends_in_ö() {
        let mut names = IN_ORDER;
        names.reverse();
        names.sort_by(|one, other| swedish_order(one, other));
        assert_eq!(names, IN_ORDER);
    }

    #[tokio::test]
    async fn every_connection_knows_the_collation() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        let mut writer = db.write_content().await.unwrap();
        for (number, name) in IN_ORDER.iter().rev().enumerate() {
            let add = sqlx::query("insert into tags (slug, name) values ('etikett-' || $1, $2)");
            add.bind(i64::try_from(number).unwrap()).bind(name).execute(&mut *writer).await.unwrap();
        }
        let sql = "select name from tags order by name collate swedish";
        let names: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut *writer).await.unwrap();
        assert_eq!(names, IN_ORDER, "the writer");
        writer.commit().await.unwrap();
        let copy = db.copy().await.unwrap();
        for (name, pool) in [("readers", db.reader()), ("a copy", copy.reader())] {
            let names: Vec<String> = sqlx::query_scalar(sql).fetch_all(pool).await.unwrap();
            assert_eq!(names, IN_ORDER, "{name}");
        }
    }
}
