//! Rule 1: a closed door is closed. Every field of every guldkorn holds a canary, a word of its own, that is looked for
//! in every response that the public can get.

use app::calendar::EditionId;
use app::calendar::{Schedule, ShuffleSeed};
use app::posts::store::doors::hang;
use app::time::UnixMillis;
use std::collections::{BTreeSet, HashSet};

use app::calendar::store::{add_edition, set_label};
use app::calendar::{BestDoors, DoorOrder, EditionState, GuldkornForm, NewEdition};
use app::documents::{self, Document, DocumentFormat};
use app::media::PictureId;
use app::media::store::{NewPicture, Variant, add_picture};
use app::posts::store::{NewPost, add_post};
use app::posts::tags::{Tag, add_tag, describe_tag};
use app::posts::{AltMode, Language, PostContent, PostKind};
use app::unpublished::Names;
use http::StatusCode;
use scraper::{Html, Selector};
use server::leak_audit::surfaces;
use sha2::{Digest as _, Sha256};

use crate::guard_matrix::FUNCTIONS;
use crate::test_app::{TestApp, TestResponse};

const DAYS: u16 = 5;
const BEFORE_ALL: &str = "2026-11-30T23:59:59+01:00";

/// The fields of a guldkorn.
const FIELDS: [&str; 20] = [
    "titel",
    "adress",
    "citat",
    "kaella",
    "ingress",
    "skribent",
    "dagnamn",
    "rubrik",
    "text",
    "alt",
    "bildtext",
    "etikettnamn",
    "bild",
    "textbild",
    "utsnitt",
    "fotograf",
    "textbildsalt",
    "textbildsrad",
    "dokument",
    "dokumenttitel",
];

/// Returns a word that is used nowhere else: `kanarie3titel`.
fn canary(day: u16, field: &str) -> String {
    format!("kanarie{day}{field}")
}

fn picture_id(day: u16) -> String {
    format!("{day:032x}")
}

/// Returns the id of the picture within the text of a day.
fn text_picture_id(day: u16) -> String {
    picture_id(1000 + day)
}

/// Returns the address of the document below the text of a day.
fn document_path(day: u16) -> String {
    format!("/dokument/{}/{}.txt", picture_id(2000 + day), canary(day, "dokumentnamn"))
}

/// Creates a site whose guldkorn hold nothing but canaries and hang on the days in `hung`.
pub(crate) async fn site(hung: &[u16]) -> TestApp {
    let app = TestApp::empty(BEFORE_ALL).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    let edition = NewEdition {
        introduction: "Om kalendern.".into(),
        best_doors: BestDoors::from("1, 3, 24".to_owned()),
        order: DoorOrder::Shuffled,
        seed: ShuffleSeed(7),
        state: EditionState::Published,
        ..NewEdition::draft(
            "2026",
            "Kalendern",
            Schedule::parse("2026-12-01", i64::from(DAYS), "00:00", "Europe/Stockholm").unwrap(),
        )
    };
    let open = add_edition(&mut writer, &edition, "<p>Om kalendern.</p>").await.unwrap();
    let draft = NewEdition { slug: "utkast".into(), state: EditionState::Draft, ..edition };
    let draft = add_edition(&mut writer, &draft, "").await.unwrap();
    for day in hung {
        add_guldkorn(&app, &mut writer, open, *day, *day).await;
    }
    // Its day has come, but its edition is a draft, so it stays closed.
    add_guldkorn(&app, &mut writer, draft, 1, 99).await;
    // Two sites are compared, so they must give their texts the same feed ids.
    let key = sqlx::query("update site_settings set machine_key = 'nyckel'");
    key.execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    app
}

async fn add_guldkorn(
    app: &TestApp,
    writer: &mut app::db::WriteTransaction,
    edition: EditionId,
    day: u16,
    name: u16,
) {
    add_canary_picture(app, writer, picture_id(name), name, "fil", "bild").await;
    add_canary_picture(app, writer, text_picture_id(name), name, "textfil", "textbild").await;
    add_canary_document(app, writer, name).await;
    let tag = Tag { slug: canary(name, "etikett"), name: canary(name, "etikettnamn") };
    add_tag(writer, &tag).await.unwrap();
    describe_tag(writer, &tag.slug, &canary(name, "inledning"), None).await.unwrap();
    let forms = [GuldkornForm::Quote, GuldkornForm::Story, GuldkornForm::Thought, GuldkornForm::Photo];
    let post = NewPost {
        kind: PostKind::Guldkorn,
        slug: canary(name, "adress"),
        published: true,
        published_at: None,
        content: PostContent {
            title: canary(name, "titel"),
            form: Some(forms[usize::from(name) % forms.len()]),
            quote: canary(name, "citat"),
            source: canary(name, "kaella"),
            teaser: canary(name, "ingress"),
            author: canary(name, "skribent"),
            body: format!(
                "## {}\n\n{}\n\n![{}](/media/{}/{}.webp \"{}\")",
                canary(name, "rubrik"),
                canary(name, "text"),
                canary(name, "textbildsalt"),
                text_picture_id(name),
                canary(name, "textfil"),
                canary(name, "textbildsrad"),
            ),
            picture: Some(picture_id(name)),
            picture_alt: canary(name, "alt"),
            picture_alt_mode: AltMode::Own,
            picture_caption: canary(name, "bildtext"),
            documents: vec![document_path(name)],
            sensitive: name == 2,
            tags: vec![tag.name],
            ..PostContent::default()
        },
    };
    let post = add_post(writer, &post, UnixMillis(0)).await.unwrap();
    hang(writer, edition, day, post).await.unwrap();
    set_label(writer, edition, day, &canary(name, "dagnamn")).await.unwrap();
}

/// Adds a picture whose file name and content are canaries.
async fn add_canary_picture(
    app: &TestApp,
    writer: &mut app::db::WriteTransaction,
    id: String,
    name: u16,
    file: &str,
    content: &str,
) {
    let variant = format!("{}.webp", canary(name, file));
    let content = canary(name, content);
    let id = id.parse().unwrap();
    app::media::files::write(&app.state.media_folder, id, [(&*variant, content.as_bytes())]).unwrap();
    let bytes = i64::try_from(content.len()).unwrap();
    let variant = Variant { name: variant, media_type: "image/webp".into(), width: 480, bytes };
    let (variants, alt) = (vec![variant], canary(name, "alt"));
    let picture = NewPicture { id, width: 480, height: 320, variants, alt, added_by: None };
    add_picture(writer, &picture, UnixMillis(0)).await.unwrap();
    let credit = sqlx::query("update pictures set credit = $2 where id = $1");
    credit.bind(id).bind(canary(name, "fotograf")).execute(&mut **writer).await.unwrap();
    if file == "fil" {
        add_canary_crop(app, writer, id, name).await;
    }
}

/// Adds a file that is cut from a picture, whose name and content are canaries.
async fn add_canary_crop(app: &TestApp, writer: &mut app::db::WriteTransaction, id: PictureId, name: u16) {
    let (file, content) = (format!("{}.webp", canary(name, "beskuren")), canary(name, "utsnitt"));
    std::fs::write(app.state.media_folder.join(id.to_string()).join(&file), &content).unwrap();
    sqlx::query(
        "insert into picture_renditions (picture_id, name, width, height, bytes, shape)
         values ($1, $2, 480, 320, 10, 'lead')",
    )
    .bind(id)
    .bind(file)
    .execute(&mut **writer)
    .await
    .unwrap();
}

/// Adds a document whose title, name and content are canaries.
async fn add_canary_document(app: &TestApp, writer: &mut app::db::WriteTransaction, name: u16) {
    let content = canary(name, "dokument");
    let id = picture_id(2000 + name);
    let document = Document {
        id: id.parse().unwrap(),
        title: canary(name, "dokumenttitel"),
        language: Language::default(),
        file_id: id.parse().unwrap(),
        name: format!("{}.txt", canary(name, "dokumentnamn")),
        format: DocumentFormat::Txt,
        bytes: content.len() as u64,
        pages: None,
        is_tagged: None,
    };
    let file = [(documents::FILE, content.as_bytes())];
    app::media::files::write(&app.state.media_folder, document.file_id, file).unwrap();
    let hash = Sha256::digest(&content);
    documents::store::add(writer, &document, &hash, None, UnixMillis(0)).await.unwrap();
}

/// Returns what the addresses of the site are made of, closed guldkorn and all.
fn names() -> Names {
    let days: Vec<u16> = (1..=DAYS).chain([99]).collect();
    let file = |day, field| format!("{}.webp", canary(day, field));
    let pictures = days.iter().flat_map(|day| {
        [
            (picture_id(*day), file(*day, "fil")),
            (picture_id(*day), file(*day, "beskuren")),
            (text_picture_id(*day), file(*day, "textfil")),
        ]
    });
    let words = days.iter().flat_map(|day| FIELDS.map(|field| canary(*day, field)));
    Names {
        editions: vec![("2026".into(), DAYS), ("utkast".into(), 1)],
        posts: days.iter().map(|day| ask(*day)).collect(),
        tags: days.iter().map(|day| canary(*day, "etikett")).collect(),
        pictures: pictures.collect(),
        documents: days.iter().map(|day| document_path(*day)).collect(),
        months: vec![(2026, 11), (2026, 12)],
        words: words.chain(["kanarie".into()]).collect(),
    }
}

/// Returns the addresses that the crawl begins with: all surfaces, and what staff ask about guldkorn.
fn seeds() -> Vec<String> {
    every_function_is_a_surface_or_for_staff();
    let mut seeds = surfaces::addresses(&names());
    for day in (1..=DAYS).chain([99]) {
        seeds.push(format!("/api/picture/choices?words={}", canary(day, "fotograf")));
        seeds.push(format!("/admin/bilder?q={}", canary(day, "fil")));
        seeds.push(format!("/admin/forhandsvisning/text/{day}/2026-12-24T08:00"));
    }
    seeds
}

fn ask(day: u16) -> String {
    canary(day, "adress")
}

/// A new function must be added to the surfaces.
fn every_function_is_a_surface_or_for_staff() {
    for (path, method) in server_fn::axum::server_fn_paths() {
        let is_surface = method == http::Method::GET && surfaces::FUNCTIONS.contains(&path);
        assert!(is_surface || is_for_staff(path), "what may the public know from {path}?");
    }
}

/// Returns whether a function is not for the public by `guard_matrix`, or is a part of logging in.
fn is_for_staff(function: &str) -> bool {
    function.starts_with("/api/staff/")
        || FUNCTIONS.iter().any(|(listed, least)| *listed == function && least.is_some())
}

/// Returns the addresses of this site that a page links to or loads.
fn links(response: &TestResponse) -> Vec<String> {
    let Ok(text) = str::from_utf8(&response.body) else { return Vec::new() };
    let named = Selector::parse("[href], [src], [srcset]").unwrap();
    let page = Html::parse_document(text);
    let named = page.select(&named).flat_map(|element| {
        let set = element.attr("srcset").unwrap_or_default().split(',');
        let set = set.filter_map(|part| part.split_whitespace().next());
        set.chain(element.attr("href")).chain(element.attr("src")).map(str::to_owned).collect::<Vec<_>>()
    });
    named
        .filter(|link| link.starts_with('/'))
        .map(|link| link.split('#').next().unwrap_or("").to_owned())
        .collect()
}

/// Requests all seeds and everything they link to, and inspects each response.
async fn crawl(app: &TestApp, mut look: impl FnMut(&str, &TestResponse)) {
    let mut seen = HashSet::new();
    let mut queue = seeds();
    while let Some(address) = queue.pop() {
        if !seen.insert(address.clone()) {
            continue;
        }
        let response = app.get(&address).await;
        queue.extend(links(&response));
        look(&address, &without_question(&address, response));
    }
    assert!(seen.len() > 60, "the crawl saw only {} addresses", seen.len());
}

/// Removes the words of the query from a response: a search repeats them, whether or not it found anything. A hit is
/// still noticed by its address.
fn without_question(address: &str, mut response: TestResponse) -> TestResponse {
    let asked = address.split_once("sok?q=").or_else(|| address.split_once("sok%3Fq%3D"));
    if let (Some((_, word)), Ok(text)) = (asked, str::from_utf8(&response.body)) {
        response.body = text.replace(word, "").into();
    }
    response
}

/// Returns the days whose canaries are in a response.
fn days_in(response: &TestResponse) -> BTreeSet<u16> {
    let text = String::from_utf8_lossy(&response.body).to_lowercase();
    let headers = format!("{:?}", response.headers).to_lowercase();
    (1..=DAYS)
        .chain([99])
        .filter(|day| text.contains(&format!("kanarie{day}")) || headers.contains(&format!("kanarie{day}")))
        .collect()
}

#[tokio::test]
async fn nothing_of_a_closed_door_leaves_the_server() {
    let app = site(&[1, 2, 3, 4, 5]).await;
    for open in [0, 1, 2, 3, 4, 5, 2, 0] {
        match open {
            0 => app.set_clock(BEFORE_ALL),
            day => app.set_clock(&format!("2026-12-{day:02}T00:00:00+01:00")),
        }
        preview_all_doors(&app).await;
        let mut told = BTreeSet::new();
        crawl(&app, |address, response| {
            let days = days_in(response);
            let leak = days.iter().find(|day| **day > open);
            assert_eq!(leak, None, "{address} tells of a closed door when {open} are open");
            told.extend(days);
        })
        .await;
        assert_eq!(told, (1..=open).collect(), "open doors are told of");
    }
}

/// Previews every door as staff as of the last day, and opens a review link to a text.
async fn preview_all_doors(app: &TestApp) {
    let [staff, share] = [[1_u8; 32], [2; 32]];
    let mut writer = app.state.db.write_quietly().await.unwrap();
    for add in [
        "insert or ignore into staff (id, email, name, role, created_at) values (1, 'a@exempel.se', 'Anna', 'editor', 0)",
        "delete from staff_sessions",
        "delete from review_links",
    ] {
        sqlx::query(add).execute(&mut *writer).await.unwrap();
    }
    let now = app.state.clock.now_millis();
    for (add, token) in [
        (
            "insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at) values ($1, 1, $2, $2)",
            staff,
        ),
        (
            "insert into review_links (token_hash, post_id, staff_id, created_at, expires_at) values ($1, 5, 1, $2, $2 + 1000)",
            share,
        ),
    ] {
        let add = sqlx::query(add).bind(Sha256::digest(token).to_vec()).bind(now);
        add.execute(&mut *writer).await.unwrap();
    }
    writer.commit().await.unwrap();
    let cookie = format!("__Host-guldkorn={}", "01".repeat(32));
    for day in 1..=DAYS {
        let door =
            format!("/admin/forhandsvisning/kalender/1/2026-12-24T08:00/sida/kalender/2026/lucka/{day}");
        let response = app.get_with(&door, &[("cookie", &cookie)]).await;
        assert_eq!(days_in(&response), [day].into(), "the preview tells of its door");
    }
    let shared = days_in(&app.get(&format!("/delad/{}", "02".repeat(32))).await);
    assert!(shared.contains(&5), "the link tells of its text: {shared:?}");
    let [own, other] = [5, 4].map(|day| format!("/delad/{}{}", "02".repeat(32), document_path(day)));
    assert_eq!(days_in(&app.get(&own).await), [5].into(), "the link opens the documents of its text");
    assert_eq!(app.get(&other).await.status, 404, "and no others");
}

#[tokio::test]
async fn every_field_of_an_open_door_is_found_somewhere() {
    let app = site(&[1, 2, 3, 4, 5]).await;
    app.set_clock("2026-12-05T00:00:00+01:00");
    let mut told = String::new();
    crawl(&app, |_, response| told += &String::from_utf8_lossy(&response.body)).await;
    for field in FIELDS {
        assert!(told.contains(&canary(1, field)), "the crawl would not have found a leak of {field}");
    }
}

#[tokio::test]
async fn a_closed_door_looks_the_same_whether_or_not_something_hangs_there() {
    let (full, bare) = (site(&[1, 2, 3, 4, 5]).await, site(&[1]).await);
    for app in [&full, &bare] {
        app.set_clock("2026-12-01T12:00:00+01:00");
    }
    let mut compared = 0;
    for address in seeds() {
        let (one, other) = (full.get(&address).await, bare.get(&address).await);
        assert_eq!(one.status, other.status, "{address}");
        assert_eq!(without_random_parts(&one), without_random_parts(&other), "{address}");
        compared += usize::from(one.status == StatusCode::FORBIDDEN);
    }
    assert_eq!(compared, 4, "four doors are closed");
}

/// Returns a page without its random parts: its nonce, and the keys of its forms.
fn without_random_parts(response: &TestResponse) -> String {
    let policy = response.header("content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next());
    let text = String::from_utf8_lossy(&response.body).into_owned();
    let text = nonce.map(|nonce| text.replace(nonce, "")).unwrap_or(text);
    // The same in a page and in JSON.
    let mut parts = text.split("idempotency_key");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('>').map_or(part, |(_, rest)| rest))
}
