//! Every field of a text, and every column that belongs to it, holds a word of its own that is searched for afterwards.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use app::erasure::overwrite;
use app::staff::Role;
use http::Method;

use crate::backup::data_of;
use crate::browser::Browser;
use crate::export::exported;
use crate::leaks;
use crate::test_app::TestApp;

const AFTER: &str = "2026-12-06T12:00:00+01:00";
/// What the words of the story begin with, and those words read backwards, as search has them.
const CANARY: &str = "kanarie1";
const BACKWARDS: &str = "1eiranak";
/// What stays: the tag of the text, and the name of its day.
const STAYS: [&str; 4] = ["etikettnamn", "etikett", "inledning", "dagnamn"];

/// Tables that belong to a text without saying so by a foreign key.
const ALSO: [&str; 7] =
    ["audit_log", "flashes", "feedback", "menu_items", "move_ins", "post_redirects", "imported_items"];
/// Columns of them and of what belongs to texts that hold no words of a story: fixed values, ids, days and names of staff.
const WITHOUT_WORDS: &str = "kind form state language uid trashed_from picture_id picture_alt_mode id document_id replaced_by \
    media_type shape format file_id backwards consent day given_how given_on post_state consent_state staff_name action source place file_name media_name \
    choices failure description technology name email answer answered_by receipt_hash file_hash shifts before";

/// Returns the first word of the story in some bytes.
fn trace(bytes: &[u8]) -> Option<String> {
    for pattern in [CANARY, BACKWARDS] {
        let mut from = 0;
        while let Some(at) =
            bytes[from..].windows(pattern.len()).position(|window| window == pattern.as_bytes())
        {
            let start = from + at;
            let rest = &bytes[start + pattern.len()..];
            let stays = pattern == CANARY && STAYS.iter().any(|word| rest.starts_with(word.as_bytes()));
            let is_backwards_tag = STAYS.iter().any(|word| {
                let word: Vec<u8> = word.bytes().rev().collect();
                pattern == BACKWARDS && bytes[..start].ends_with(&word)
            });
            if !stays && !is_backwards_tag {
                let end = (start + 40).min(bytes.len());
                return Some(String::from_utf8_lossy(&bytes[start.saturating_sub(20)..end]).into_owned());
            }
            from = start + pattern.len();
        }
    }
    None
}

/// Returns the files in which something of the story is.
fn traces(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(word) = trace(name.as_bytes()) {
            found.insert(path.clone(), format!("its name: {word}"));
        }
        if path.is_dir() {
            found.extend(traces(&path));
        } else if let Some(word) = trace(&std::fs::read(&path).unwrap()) {
            found.insert(path, word);
        }
    }
    found
}

async fn planted() -> (TestApp, i64) {
    let app = leaks::site(&[1, 2, 3]).await;
    app.set_clock(AFTER);
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::raw_sql(include_str!("planted.sql")).execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    let post = sqlx::query_scalar("select id from posts where slug = 'kanarie1adress'")
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    (app, post)
}

/// Checks that every column of text holds the canary, so that a new one is not forgotten.
async fn check_that_all_is_planted(app: &TestApp) {
    let reader = app.state.db.reader();
    let tables: Vec<String> = sqlx::query_scalar(
        "select distinct t.name from pragma_table_list t join pragma_foreign_key_list(t.name) f
         where t.schema = 'main' and f.\"table\" in ('posts', 'pictures', 'documents')
         union select 'posts' union select 'pictures' union select 'documents'",
    )
    .fetch_all(reader)
    .await
    .unwrap();
    let mut checked = 0;
    // Tables of the site's own that may name a picture; what they say is no story's.
    let own = ["brand", "funders", "scene_pictures", "doors"];
    for table in tables.iter().map(String::as_str).chain(ALSO).filter(|table| !own.contains(table)) {
        let columns: Vec<(String, String)> = sqlx::query_as("select name, type from pragma_table_info($1)")
            .bind(table)
            .fetch_all(reader)
            .await
            .unwrap();
        for (column, kind) in columns {
            let has_words = ["TEXT", "BLOB"].contains(&&*kind.to_uppercase());
            let is_name =
                ["comments", "pictures", "document_files", "picture_variants", "picture_renditions"]
                    .contains(&table)
                    && column == "name";
            let is_free = WITHOUT_WORDS.split_whitespace().any(|name| name == column) && !is_name;
            if !has_words || is_free {
                continue;
            }
            let query = format!(
                "select exists (select 1 from {table} where instr({column}, '{CANARY}') > 0
                                 or instr(hex({column}), hex('{CANARY}')) > 0)"
            );
            let is_planted: bool =
                sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_one(reader).await.unwrap();
            assert!(
                is_planted,
                "{table}.{column}: plant the canary in planted.sql, or say that it holds no words"
            );
            checked += 1;
        }
    }
    assert!(checked > 40, "{checked}");
}

#[tokio::test]
async fn an_erased_story_is_nowhere() {
    let (app, post) = planted().await;
    check_that_all_is_planted(&app).await;
    let data = data_of(&app);
    std::fs::write(data.path().join(app::db::COPY_BEFORE_UPDATE), "kanarie1kopia").unwrap();
    for address in ["/inlagg/kanarie1adress", "/kalender/2026/lucka/1", "/feed.xml"] {
        assert!(trace(&app.get(address).await.body).is_some(), "{address} tells of it before");
    }
    assert!(!traces(data.path()).is_empty());
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let id = post.to_string();
    let ask = format!("/admin/inlagg/{id}/samtycke/ta-bort");
    assert_eq!(eva.see(&ask).await.texts("input[name='posts[]']").len(), 1);
    assert_eq!(app.get("/inlagg/kanarie1adress").await.status, 200, "nothing happens by looking");
    let done = eva.send(Method::POST, "/api/consent/erase", &[("post", &id), ("posts[]", &id)]).await;
    assert!(
        done.header("location").starts_with("/admin/samtycken/borttaget/"),
        "{}",
        done.header("location")
    );
    let receipt = done.header("location").to_owned();
    assert!(overwrite(&app.state).await.unwrap());

    for gone in
        ["/inlagg/kanarie1adress", "/inlagg/kanarie1tidigare", "/2019/kanarie1gammal", "/kanarie1genvag"]
    {
        let page = app.get(gone).await;
        assert_eq!(page.status, 410, "{gone}");
        // Who has asked for it knows it.
        let text = page.text().replace(gone.rsplit('/').next().unwrap(), "");
        assert_eq!(trace(text.as_bytes()), None, "{gone} says nothing");
    }
    for image in ["/bild/inlagg/kanarie1adress.png", "/bild/inlagg/kanarie1adress.jpg"] {
        assert_eq!(app.get(image).await.status, 410, "{image}");
    }
    assert_eq!(app.get("/kalender/2026/lucka/1").await.status, 200, "the door stays");
    let mut asked = 0;
    for address in leaks::every_address() {
        let response = app.get(&address).await;
        // What somebody has asked for may stand in the answer.
        let text = String::from_utf8_lossy(&response.body).replace(address.rsplit('/').next().unwrap(), "");
        let is_asked_for = address.contains(CANARY);
        assert!(is_asked_for || trace(text.as_bytes()).is_none(), "{address} {:?}", trace(text.as_bytes()));
        let is_file =
            ["/media/", "/dokument/", "/bild/", "/ljud/"].iter().any(|files| address.starts_with(files));
        assert!(!(is_asked_for && is_file && response.status.is_success()), "{address}");
        asked += 1;
    }
    assert!(asked > 100, "{asked}");
    for page in [
        "/admin",
        "/admin/inlagg",
        "/admin/bilder",
        "/admin/dokument",
        "/admin/samtycken",
        "/admin/tavla",
        "/admin/statistik",
        "/admin/meddelanden",
        "/admin/bilder?papperskorg=ja",
        &receipt,
    ] {
        let page_text = eva.send(Method::GET, page, &[]).await;
        assert_eq!(page_text.status, 200, "{page}");
        assert_eq!(trace(&page_text.body), None, "{page}");
    }
    // The tables, row by row, and then every byte.
    let (_, files) = exported(&app).await;
    for (name, content) in files {
        assert_eq!(trace(&content), None, "{name} of an export");
    }
    assert!(overwrite(&app.state).await.unwrap());
    let found = traces(data.path());
    assert!(found.is_empty(), "{found:#?}");
    let log: i64 =
        sqlx::query_scalar("select count(*) from audit_log where action = 'erased' and staff_name = 'Eva'")
            .fetch_one(app.state.db.reader())
            .await
            .unwrap();
    assert_eq!(log, 1, "who did it is known");
}

#[tokio::test]
async fn a_backup_made_right_afterwards_is_without_it() {
    let (app, post) = planted().await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let id = post.to_string();
    eva.send(Method::POST, "/api/consent/erase", &[("post", &id), ("posts[]", &id)]).await;
    let folder = tempfile::tempdir().unwrap();
    let zip = folder.path().join("kopia.zip");
    let (data, now, made) = (data_of(&app), app.state.clock.now(), zip.clone());
    // This thread waits, so that nothing of what follows an erasure can have happened yet.
    let backup = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(server::backup::make(&data, &made, now)).unwrap();
    });
    backup.join().unwrap();
    let restored = folder.path().join("data");
    server::backup::restore_into(&restored, &zip).await.unwrap();
    let found = traces(&restored);
    assert!(found.is_empty(), "{found:#?}");
}
