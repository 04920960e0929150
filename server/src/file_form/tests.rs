use axum::body::Body;
use futures_util::stream;

use super::*;

const SHAPE: FormShape =
    FormShape { fields: &["title", "act"], longest_field: 10, timeout: Duration::from_mins(1) };

/// Name of a field, name of its file, content.
type Part<'a> = (&'a str, Option<&'a str>, &'a [u8]);

fn file(content: &[u8]) -> Part<'_> {
    ("file", Some("a.pdf"), content)
}

fn field<'a>(name: &'a str, content: &'a [u8]) -> Part<'a> {
    (name, None, content)
}

fn body(parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file_name, content) in parts {
        let file_name = file_name.map(|name| format!("; filename=\"{name}\"")).unwrap_or_default();
        let head = format!("--grans\r\ncontent-disposition: form-data; name=\"{name}\"{file_name}\r\n\r\n");
        body.extend(head.bytes());
        body.extend_from_slice(content);
        body.extend(b"\r\n");
    }
    body.extend(b"--grans--\r\n");
    body
}

async fn read_body(body: impl Into<Body>, shape: &FormShape, most: usize) -> ReceivedForm<FileInMemory> {
    let mut request = Request::new(body.into());
    let kind = http::HeaderValue::from_static("multipart/form-data; boundary=grans");
    request.headers_mut().insert(http::header::CONTENT_TYPE, kind);
    read(request, shape, &most).await
}

async fn received(parts: &[Part<'_>]) -> ReceivedForm<FileInMemory> {
    read_body(body(parts), &SHAPE, 700_000).await
}

#[tokio::test]
async fn a_file_comes_in_pieces_between_its_fields() {
    let content: Vec<u8> = (0..=u8::MAX).cycle().take(600_000).collect();
    let mut form = received(&[
        field("title", "A\u{30a}r".as_bytes()),
        file(&content),
        field("other", &content),
        field("act", b"save"),
        field("act", b"send"),
    ])
    .await;
    assert_eq!([form.take("title"), form.take("act"), form.take("other")], ["År", "send", ""]);
    let file = form.file.unwrap().unwrap();
    assert_eq!((&*file.sent_name, file.bytes == content), ("a.pdf", true));
}

#[tokio::test]
async fn nothing_chosen_is_no_file() {
    for parts in [&[("file", Some(""), &b""[..])][..], &[field("title", b"x")], &[]] {
        assert_eq!(received(parts).await.file, Ok(None), "{parts:?}");
    }
}

#[tokio::test]
async fn what_follows_a_refusal_is_read_and_the_first_counts() {
    let large = vec![b'x'; 700_001];
    for (parts, fault) in [
        ([file(&large), field("title", b"\xff")], FormFault::TooLarge),
        ([field("title", b"eleven byte"), file(&large)], FormFault::LongField),
        ([field("title", b"\xff"), file(b"x")], FormFault::Unreadable),
        ([file(b"x"), file(b"x")], FormFault::Unreadable),
    ] {
        let [first, second] = parts;
        let mut form = received(&[first, second, field("act", b"save")]).await;
        assert_eq!((form.take("act"), form.file), ("save".to_owned(), Err(fault)));
    }
}

#[tokio::test]
async fn more_than_any_form_has_ends_it() {
    let many = [field("x", b"y"); MAX_FIELDS + 1];
    assert_eq!(received(&many[1..]).await.file, Ok(None));
    assert_eq!(received(&many).await.file, Err(FormFault::Unreadable));
}

#[tokio::test]
async fn half_a_form_keeps_what_came_and_no_file() {
    let whole = body(&[field("title", b"hej"), file(b"xxxxxxxx")]);
    let mut form = read_body(whole[..whole.len() - 15].to_vec(), &SHAPE, 100).await;
    assert_eq!((form.take("title"), form.file), ("hej".to_owned(), Err(FormFault::Unreadable)));
    assert_eq!(read_body("x", &SHAPE, 100).await.file, Err(FormFault::Unreadable));
}

#[tokio::test]
async fn whoever_sends_too_slowly_is_told() {
    let begun = body(&[field("title", b"hej"), file(b"x")]);
    let chunks = [Ok::<_, std::io::Error>(begun[..begun.len() - 20].to_vec())];
    let stalled = stream::StreamExt::chain(stream::iter(chunks), stream::pending());
    let shape = FormShape { timeout: Duration::ZERO, ..SHAPE };
    let mut form = read_body(Body::from_stream(stalled), &shape, 100).await;
    assert_eq!((form.take("title"), form.file), ("hej".to_owned(), Err(FormFault::Slow)));
}
