//! The public surfaces of a site: every address that anybody may ask, made of the names of what is there, public or not.
//! A new kind of address is added here; the tests of closed doors ask the same ones.

use app::paths;
use app::unpublished::Names;

/// The formats of a post as a picture to save.
const CARD_FORMATS: [&str; 3] = ["kvadrat", "staende", "bred"];

/// Last steps of the addresses of renditions: in plain words, and in a language.
const STEPS: [&str; 2] = ["lattlast", "ar"];

/// A token of the right form that nobody has.
fn no_token() -> String {
    "0".repeat(64)
}

/// Returns every address: pages, files for programs, pictures, documents, recordings, calls of server functions that read, and what
/// staff and reviewers have.
pub fn addresses(names: &Names) -> Vec<String> {
    [fixed(), pages(names), of_editions(names), of_posts(names), of_media(names), function_calls(names)]
        .concat()
}

/// Returns the addresses that every site has, beside its pages.
fn fixed() -> Vec<String> {
    let staff = [
        paths::ADMIN,
        paths::LOG_IN,
        paths::FORGOTTEN,
        paths::UPLOADS,
        paths::FIRST_HOUR,
        paths::STAFF_DOCUMENTS,
        "/admin/forhandsvisning/text/1",
        "/admin/forhandsvisning/text/1/2026-12-24T08:00",
        "/admin/forhandsvisning/kalender/1",
        "/admin/forhandsvisning/kalender/1/2026-12-24T08:00",
        "/admin/forhandsvisning/kalender/1/2026-12-24T08:00/sida/kalender/2026/lucka/5",
    ];
    let public = [
        paths::FEED,
        paths::FEED_RSS,
        paths::FEED_JSON,
        paths::SITEMAP,
        paths::ROBOTS,
        paths::MANIFEST,
        paths::QR_CODE,
        paths::QR_CODE_PNG,
        paths::HEALTH,
        paths::QUICK_EXIT,
        paths::METRICS,
    ];
    let mut fixed: Vec<_> = public.into_iter().chain(staff).map(str::to_owned).collect();
    fixed.push(format!("{}?kod={}", paths::FIRST_ACCOUNT, no_token()));
    fixed.push(paths::review_link(&no_token()));
    fixed
}

/// Returns the addresses of pages, also those at which nothing may be found.
pub fn pages(names: &Names) -> Vec<String> {
    let mut pages: Vec<String> = [
        paths::START,
        paths::CALENDAR,
        paths::TODAY,
        paths::BLOG,
        "/blogg?sida=1",
        "/blogg?sida=2",
        paths::VOICES,
        paths::STATEMENT,
        paths::FEEDBACK,
        "/tillganglighet/synpunkter?sida=/om",
        paths::FEEDBACK_ANSWER,
        paths::PRIVACY,
        "/finns-inte",
    ]
    .map(str::to_owned)
    .to_vec();
    for (edition, days) in &names.editions {
        pages.extend([paths::edition(edition), paths::edition_list(edition), paths::catch_up(edition)]);
        pages.extend([paths::list_page(&paths::catch_up(edition), 2), paths::edition_reads(edition)]);
        pages.extend((1..=*days).map(|day| paths::door(edition, day)));
    }
    for (year, month) in &names.months {
        pages.extend([paths::year(*year), paths::month(*year, *month)]);
    }
    for post in &names.posts {
        // Of a rendition, the last of these is its address.
        let of_post = [paths::post(post), paths::voice(post), paths::page(post)];
        pages.extend(of_post.iter().flat_map(|path| STEPS.map(|step| format!("{path}/{step}"))));
        pages.extend(of_post);
    }
    pages.extend(names.tags.iter().map(|tag| paths::tag(tag)));
    pages.extend(names.words.iter().map(|word| paths::search(word, 1)));
    pages
}

fn of_editions(names: &Names) -> Vec<String> {
    let mut addresses = Vec::new();
    for (edition, days) in &names.editions {
        addresses.extend([false, true].map(|neutral| paths::subscription(edition, neutral)));
        addresses.extend([paths::edition_feed(edition), paths::frame(edition), paths::wall(edition)]);
        let page = format!("http://127.0.0.1{}", paths::edition(edition));
        addresses.push(format!("{}?url={}", paths::OEMBED, encoded(&page)));
        for day in 1..=*days {
            addresses.extend([false, true].map(|with_picture| paths::door_image(edition, day, with_picture)));
        }
    }
    addresses
}

fn of_posts(names: &Names) -> Vec<String> {
    let mut addresses: Vec<_> = names.tags.iter().map(|tag| paths::tag_feed(tag)).collect();
    for post in &names.posts {
        addresses.extend([false, true].map(|with_picture| paths::post_image(post, with_picture)));
        addresses.extend(CARD_FORMATS.map(|format| paths::picture_card(post, format)));
    }
    addresses
}

fn of_media(names: &Names) -> Vec<String> {
    let mut addresses = Vec::new();
    let shared = paths::review_link(&no_token());
    for (id, name) in &names.pictures {
        let file = paths::picture(id, name);
        addresses.push(format!("{shared}{file}"));
        addresses.push(file);
        addresses.extend([paths::picture(id, "bild.svg"), paths::shared_picture(id)]);
        addresses.extend([format!("{}/{id}", paths::MEDIA), format!("{}/{id}", paths::UPLOADS)]);
    }
    addresses.extend(names.scene_styles.iter().cloned());
    for document in &names.documents {
        addresses.push(format!("{shared}{document}"));
        addresses.push(document.clone());
        if let Some((folder, _)) = document.rsplit_once('/') {
            addresses.push(format!("{folder}/annat.txt"));
        }
    }
    for recording in &names.recordings {
        addresses.push(format!("{shared}{recording}"));
        addresses.push(recording.clone());
        if let Some((folder, _)) = recording.rsplit_once('/') {
            addresses.push(format!("{folder}/annat.mp3"));
        }
    }
    addresses
}

fn encoded(value: &str) -> String {
    percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// The server functions that readers may call, and that only read. Each has its arguments in `function_calls`.
pub const FUNCTIONS: [&str; 6] = [
    "/api/site/start",
    "/api/staff/me",
    "/api/calendar/edition",
    "/api/calendar/board",
    "/api/calendar/door",
    "/api/site/read",
];

/// Returns calls of the server functions that read, with all arguments that make sense.
fn function_calls(names: &Names) -> Vec<String> {
    let [start, me, edition, board, door, read] = FUNCTIONS;
    let mut calls = vec![start.to_owned(), me.to_owned()];
    for (slug, days) in &names.editions {
        calls.extend([edition, board].map(|function| format!("{function}?slug={slug}")));
        calls.extend((1..=*days).map(|day| format!("{door}?edition={slug}&day={day}")));
    }
    calls.extend(pages(names).iter().map(|page| format!("{read}?address={}", encoded(page))));
    calls
}
