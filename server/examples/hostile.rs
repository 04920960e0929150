//! Prints the corpus of hostile texts as the renderer renders it: `[[name, HTML], …]`, for the browser tests.

#![expect(clippy::expect_used, reason = "a tool for tests")]

#[path = "../tests/hostile/texts.rs"]
mod texts;

fn main() {
    let rendered: Vec<_> =
        texts::texts().into_iter().map(|(name, text)| (name, app::markdown::to_html(&text))).collect();
    println!("{}", serde_json::to_string(&rendered).expect("plain text"));
}
