//! A site whose every field holds a word of its own.

use app::calendar::store::{add_edition, set_label};
use app::calendar::{
    BestDoors, DoorOrder, EditionId, EditionState, GuldkornForm, NewEdition, Schedule, ShuffleSeed,
};
use app::documents::{self, Document, DocumentFormat};
use app::media::PictureId;
use app::media::store::{NewPicture, Variant, add_picture};
use app::posts::store::doors::hang;
use app::posts::store::{NewPost, NewRendition, add_post, add_rendition};
use app::posts::tags::{Tag, add_tag, describe_tag};
use app::posts::{AltMode, Language, PostContent, PostId, PostKind, RenditionKind};
use app::recordings::{self, Recording, RecordingFormat};
use app::time::UnixMillis;
use app::unpublished::Names;
use sha2::{Digest as _, Sha256};

use super::crawl::ask;
use super::{BEFORE_ALL, DAYS, FIELDS};
use crate::test_app::TestApp;

/// Returns a word that is used nowhere else: `kanarie3titel`.
pub(super) fn canary(day: u16, field: &str) -> String {
    format!("kanarie{day}{field}")
}

pub(super) fn picture_id(day: u16) -> String {
    format!("{day:032x}")
}

/// Returns the id of the picture within the text of a day.
pub(super) fn text_picture_id(day: u16) -> String {
    picture_id(1000 + day)
}

/// Returns the address of the document below the text of a day.
pub(super) fn document_path(day: u16) -> String {
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
    for day in hung.iter().chain([&99]) {
        add_renditions(&mut writer, *day).await;
    }
    // Two sites are compared, so they must give their texts the same feed ids.
    let key = sqlx::query("update site_settings set machine_key = 'nyckel'");
    key.execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    app
}

pub(super) async fn add_guldkorn(
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
    add_canary_recording(app, writer, post, name).await;
    hang(writer, edition, day, post).await.unwrap();
    set_label(writer, edition, day, &canary(name, "dagnamn")).await.unwrap();
}

/// Gives the guldkorn of a day a text in plain words and a translation, whose time has come long ago.
async fn add_renditions(writer: &mut app::db::WriteTransaction, name: u16) {
    let original: PostId = sqlx::query_scalar("select id from posts where slug = $1")
        .bind(canary(name, "adress"))
        .fetch_one(&mut **writer)
        .await
        .unwrap();
    let arabic = RenditionKind::Translation(Language::parse("ar"));
    for (told, title, body) in
        [(RenditionKind::EasyRead, "lattrubrik", "lattext"), (arabic, "oversattning", "oversattning")]
    {
        let content =
            PostContent { title: canary(name, title), body: canary(name, body), ..PostContent::default() };
        let rendition = NewRendition { original, told, content, published_at: Some(UnixMillis(1)) };
        add_rendition(writer, &rendition, UnixMillis(0)).await.unwrap();
    }
}

/// Adds a picture whose file name and content are canaries.
pub(super) async fn add_canary_picture(
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
pub(super) async fn add_canary_crop(
    app: &TestApp,
    writer: &mut app::db::WriteTransaction,
    id: PictureId,
    name: u16,
) {
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
pub(super) async fn add_canary_document(app: &TestApp, writer: &mut app::db::WriteTransaction, name: u16) {
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

/// Adds a recording whose content and transcript are canaries.
async fn add_canary_recording(
    app: &TestApp,
    writer: &mut app::db::WriteTransaction,
    post: app::posts::PostId,
    name: u16,
) {
    let content = canary(name, "inspelning");
    let recording = Recording {
        id: picture_id(3000 + name).parse().unwrap(),
        format: RecordingFormat::Mp3,
        bytes: content.len() as u64,
        millis: 60_000,
        transcript: canary(name, "utskrift"),
        is_verbatim: false,
    };
    let file = [(recordings::FILE, content.as_bytes())];
    app::media::files::write(&app.state.media_folder, recording.id, file).unwrap();
    let hash = Sha256::digest(&content);
    recordings::store::add(writer, post, &recording, &hash, None, UnixMillis(0)).await.unwrap();
}

/// Returns the address of the recording of a day.
pub(super) fn recording_path(day: u16) -> String {
    format!("/ljud/{}/inspelning.mp3", picture_id(3000 + day))
}

/// Returns what the addresses of the site are made of, closed guldkorn and all.
pub(super) fn names() -> Names {
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
        recordings: days.iter().map(|day| recording_path(*day)).collect(),
        scene_styles: Vec::new(),
        months: vec![(2026, 11), (2026, 12)],
        words: words.chain(["kanarie".into()]).collect(),
    }
}
