//! A generated blog of many years, for measurements.

use app::posts::PostKind;
use app::posts::store::{NewPost, add_post};
use app::posts::tags::{Tag, add_tag};
use app::time::UnixMillis;
use sqlx::sqlite::SqliteConnection;

const TAGS: u32 = 100;
/// The time between two posts, in milliseconds: ten thousand of them fill some sixteen years.
const INTERVAL: i64 = 14 * 60 * 60 * 1000;
#[rustfmt::skip]
const WORDS: [&str; 40] = [
    "arbete", "möte", "kaffe", "morgon", "stege", "dörr", "handläggare", "fråga",
    "svar", "vecka", "vän", "buss", "verkstad", "lunch", "telefon", "papper",
    "chef", "kollega", "väg", "steg", "mod", "språk", "barn", "skola",
    "praktik", "lön", "hopp", "stöd", "samtal", "plan", "tid", "ljus",
    "rum", "bord", "stol", "fönster", "snö", "våren", "regn", "cykel",
];

/// Adds articles, one every fourteen hours up to now, each with three of a hundred tags.
pub(super) async fn add(
    writer: &mut SqliteConnection,
    posts: u32,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    for tag in 1..=TAGS {
        add_tag(writer, &Tag { slug: format!("amne-{tag}"), name: format!("Ämne {tag}") }).await?;
    }
    let mut random = Random(1);
    for number in 1..=posts {
        let post = NewPost {
            published: true,
            published_at: Some(now - INTERVAL * i64::from(posts - number)),
            ..NewPost::draft(
                PostKind::Article,
                format!("text-{number}"),
                format!("{} {number}", random.sentence(4)),
            )
            .with_content(|content| {
                content.teaser = random.sentence(18);
                content.author = "Redaktionen".into();
                content.body = (0..6).map(|_| random.sentence(45) + "\n\n").collect();
                content.tags = random.tags();
            })
        };
        add_post(writer, &post, now).await?;
    }
    Ok(())
}

/// A pseudo-random generator (xorshift64) with a fixed seed, so that measurements are comparable.
struct Random(u64);

impl Random {
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

    /// Returns the names of three tags, each from its own third.
    fn tags(&mut self) -> Vec<String> {
        let thirds = [0, TAGS / 3, TAGS * 2 / 3, TAGS];
        thirds
            .windows(2)
            .map(|third| format!("Ämne {}", third[0] + 1 + self.below(third[1] - third[0])))
            .collect()
    }
}
