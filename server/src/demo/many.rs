//! A blog of many years, made up by a machine: to measure with, not to read.

use app::blog::Tag;
use app::posts::PostKind;
use app::posts::store::{NewPost, add_post, add_tag};
use app::time::UnixMillis;
use sqlx::sqlite::SqliteConnection;

const TAGS: u32 = 100;
/// Between two posts, in milliseconds: ten thousand of them fill some sixteen years.
const APART: i64 = 14 * 60 * 60 * 1000;
const WORDS: [&str; 40] = [
    "arbete",
    "möte",
    "kaffe",
    "morgon",
    "stege",
    "dörr",
    "handläggare",
    "fråga",
    "svar",
    "vecka",
    "vän",
    "buss",
    "verkstad",
    "lunch",
    "telefon",
    "papper",
    "chef",
    "kollega",
    "väg",
    "steg",
    "mod",
    "språk",
    "barn",
    "skola",
    "praktik",
    "lön",
    "hopp",
    "stöd",
    "samtal",
    "plan",
    "tid",
    "ljus",
    "rum",
    "bord",
    "stol",
    "fönster",
    "snö",
    "våren",
    "regn",
    "cykel",
];

/// Adds so many articles, one every fourteen hours up to now, each on three of a hundred subjects.
pub(super) async fn add(
    writer: &mut SqliteConnection,
    posts: u32,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    for tag in 1..=TAGS {
        add_tag(writer, &Tag { slug: format!("amne-{tag}"), name: format!("Ämne {tag}") }).await?;
    }
    let mut draw = Draw(1);
    for number in 1..=posts {
        let post = NewPost {
            teaser: draw.sentence(18),
            author: "Redaktionen".into(),
            body: (0..6).map(|_| draw.sentence(45) + "\n\n").collect(),
            published: true,
            published_at: Some(now - APART * i64::from(posts - number)),
            tags: draw.tags(),
            ..NewPost::draft(
                PostKind::Article,
                format!("text-{number}"),
                format!("{} {number}", draw.sentence(4)),
            )
        };
        add_post(writer, &post, now).await?;
    }
    Ok(())
}

/// The same numbers every time (xorshift64): two measurements should measure the same thing.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 % u64::from(end)).unwrap_or_default()
    }

    fn word(&mut self) -> &'static str {
        let index = self.below(u32::try_from(WORDS.len()).unwrap_or(1));
        usize::try_from(index).ok().and_then(|index| WORDS.get(index)).copied().unwrap_or_default()
    }

    fn sentence(&mut self, words: u32) -> String {
        let words: Vec<_> = (0..words).map(|_| self.word()).collect();
        words.join(" ")
    }

    /// Three subjects, each from its own third.
    fn tags(&mut self) -> Vec<String> {
        let thirds = [0, TAGS / 3, TAGS * 2 / 3, TAGS];
        thirds
            .windows(2)
            .map(|third| format!("amne-{}", third[0] + 1 + self.below(third[1] - third[0])))
            .collect()
    }
}
