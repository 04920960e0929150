//! The editor's checks of the demo site, whose texts are written with care: few remarks, and right ones.

use app::posts::checks::{self, Readability};
use app::posts::{AltMode, GuldkornForm};
use app::posts::{Language, PostContent, PostId, PostKind};

use crate::test_app::TestApp;

const AT: &str = "2026-12-25T08:00+01:00";

/// Every remark on the texts of the demo, as `slug field: sentence (passage)`. The sentences could be shorter, and no
/// program can know that a text which advises against a word has to name it.
const REMARKS: [&str; 7] = [
    "mellan-stolarna-finns-ett-golv body: Meningen har 26 ord. Dela den i två eller korta den. (Felet fanns i mellanrummen: ett svar som ingen…)",
    "mod-later-inte-sa-mycket body: Meningen har 30 ord. Dela den i två eller korta den. (Ordet mod står i vår vision, så vi…)",
    "sju-fragor-till-alla body: Meningen har 29 ord. Dela den i två eller korta den. (Fler nummer finns på den här sidan, också…)",
    "skriv-sa-att-den-som-laser-hinner-med body: Skriv hellre ”person”. (individen)",
    "skriv-sa-att-den-som-laser-hinner-med body: Skriv hellre ”börja arbeta”. (komma i arbete)",
    "vem-haller-i-tradarna body: Meningen har 26 ord. Dela den i två eller korta den. (Det hon kan göra är att se till…)",
    "hallplatsen-tio-i-atta body: Meningen har 26 ord. Dela den i två eller korta den. (De är fyra som brukar stå där: hon…)",
];

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    kind: String,
    slug: String,
    title: String,
    form: Option<String>,
    quote: String,
    source: String,
    teaser: String,
    body_markdown: String,
    picture_id: Option<String>,
    picture_alt: String,
    picture_alt_mode: AltMode,
    picture_caption: String,
    sensitive: bool,
    language: Language,
    easy_read: bool,
}

async fn texts(app: &TestApp) -> Vec<Row> {
    sqlx::query_as(
        "select id, kind, slug, title, form, quote, source, teaser, body_markdown, picture_id, picture_alt, picture_alt_mode, picture_caption, sensitive, language, easy_read
         from posts where state <> 'withdrawn' order by kind, slug",
    )
    .fetch_all(app.state.db.reader())
    .await
    .unwrap()
}

fn content_of(row: &Row) -> (PostKind, PostContent) {
    let text = PostContent {
        title: row.title.clone(),
        language: row.language,
        form: row.form.as_deref().and_then(GuldkornForm::parse),
        quote: row.quote.clone(),
        source: row.source.clone(),
        teaser: row.teaser.clone(),
        body: row.body_markdown.clone(),
        picture: row.picture_id.clone(),
        picture_alt: row.picture_alt.clone(),
        picture_alt_mode: row.picture_alt_mode,
        picture_caption: row.picture_caption.clone(),
        sensitive: row.sensitive,
        ..PostContent::default()
    };
    (PostKind::parse(&row.kind).unwrap(), text)
}

#[tokio::test]
async fn the_demo_has_few_remarks() {
    let app = TestApp::demo(AT).await;
    // The list that a new site begins with.
    let start = checks::surroundings(&TestApp::empty(AT).await.state, PostId(0)).await.unwrap().wordings;
    assert!(start.len() > 20 && start.iter().any(|wording| wording.word == "individ"));
    let mut said = Vec::new();
    for row in texts(&app).await {
        let (kind, text) = content_of(&row);
        let mut about = checks::surroundings(&app.state, PostId(row.id)).await.unwrap();
        about.wordings.clone_from(&start);
        about.facts = checks::facts(&app.state, PostId(row.id), &text).await.unwrap();
        for remark in checks::remarks(kind, &text, &about) {
            let passage = remark.passage.map(|passage| format!(" ({passage})")).unwrap_or_default();
            said.push(format!("{} {}: {}{passage}", row.slug, remark.field.as_str(), remark.sentence));
        }
        assert_eq!(checks::missing(kind, &text, &about.facts), [], "{}", row.slug);
    }
    assert_eq!(said, REMARKS);
}

#[tokio::test]
async fn the_demo_is_easy_to_read() {
    let app = TestApp::demo(AT).await;
    let mut measured = 0;
    for row in texts(&app).await {
        let content = content_of(&row).1;
        let Some(found @ Readability { lix, words, .. }) = checks::readability(&content, row.easy_read)
        else {
            continue;
        };
        assert!((10..40).contains(&lix) && !found.is_hard(), "{} {lix}", row.slug);
        assert!(words.ends_with("lätt"), "{} {words}", row.slug);
        measured += 1;
    }
    assert!(measured > 40, "{measured}");
}

/// The same texts with faults that were found on a real site.
#[tokio::test]
async fn faults_of_a_real_site_are_found() {
    let app = TestApp::demo(AT).await;
    let row = texts(&app).await.into_iter().find(|row| row.slug == "elva-sekunder").unwrap();
    let (kind, good) = content_of(&row);
    let about = checks::surroundings(&app.state, PostId(row.id)).await.unwrap();
    let said = |text: &PostContent| -> Vec<String> {
        checks::remarks(kind, text, &about).into_iter().map(|remark| remark.sentence).collect()
    };
    assert!(said(&good).is_empty());
    for (text, expected) in [
        (PostContent { title: "Född i Boras".into(), ..good.clone() }, "liknar ”Född i Borås”"),
        (PostContent { title: "Född i Borås".into(), ..good.clone() }, "En annan text har samma rubrik"),
        (PostContent { body: good.body.clone() + "\n\n[Läs mer](/om)", ..good.clone() }, "vart den leder"),
        (
            PostContent { body: "## En liten rubrik\n\n".to_owned() + &good.body, ..good.clone() },
            "Byt ut rubriken",
        ),
        (
            PostContent { body: good.body.clone() + "\n\nGulkornen i MIA.", ..good.clone() },
            "Namnet stavas ”guldkornen”",
        ),
        (PostContent { source: "deltagare, 28 årdeltagare, 28 år".into(), ..good.clone() }, "två gånger"),
        (
            PostContent { body: good.body.clone() + "\n\n”Ja, sa hon.", ..good.clone() },
            "Ett citattecken saknas",
        ),
        (
            PostContent { body: good.body.clone() + "\n\nHon har 811218-9876.", ..good.clone() },
            "personnummer",
        ),
        (
            PostContent { body: good.body.clone() + "\n\nSkriv till bo@exempel.se.", ..good.clone() },
            "E-postadressen",
        ),
        (PostContent { body: good.body.clone() + "\n\nTODO fråga Bo.", ..good.clone() }, "kvar att göra"),
        (
            PostContent { body: good.body.clone() + "\n\nVi ses torsdag 7 december.", ..good.clone() },
            "Veckodagen",
        ),
        (
            PostContent { body: good.body.clone() + "\n\nHan slog mig. Jag ringde 114 14.", ..good.clone() },
            "Känsligt innehåll",
        ),
        (
            PostContent { body: good.body.clone() + "\n\nAmina, 28 år, har ADHD.", ..good.clone() },
            "peka ut en person",
        ),
    ] {
        let said = said(&text);
        assert!(matches!(&*said, [one] if one.contains(expected)), "{expected}: {said:?}");
    }
}
