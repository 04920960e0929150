//! Sends one picture to the server.

use gloo_net::http::{Request, Response};
use serde::Deserialize;
use web_sys::FormData;

use super::files::LocalFile;
use super::smaller::smaller;
use crate::paths;

/// How long the server is left alone when it does not say, in seconds.
const PAUSE: u32 = 5;

const LOST: &str = "Det gick inte att nå webbplatsen. Kontrollera att du har nät och försök igen.";
const FAILED: &str = "Bilden kunde inte sparas. Vänta en stund och försök igen.";

/// What the server answered.
pub(super) enum Answer {
    Added(Added),
    /// It takes in others: the same file is to be sent again after so many seconds.
    Busy(u32),
    Refused {
        message: String,
        may_retry: bool,
    },
}

/// A picture that came in.
#[derive(Deserialize)]
pub(super) struct Added {
    pub(super) id: String,
    /// Whether it was in the library already.
    pub(super) known: bool,
}

#[derive(Deserialize)]
struct Refusal {
    message: String,
}

/// Sends a file and returns the answer.
pub(super) async fn send(file: &LocalFile) -> Answer {
    let lost = || Answer::Refused { message: LOST.to_owned(), may_retry: true };
    let Ok(form) = FormData::new() else { return lost() };
    let content = smaller(&file.content).await;
    if form.append_with_blob_and_filename("file", &content, &file.name).is_err() {
        return lost();
    }
    let request = Request::post(paths::MANY_UPLOADS).header("accept", "application/json").body(form);
    let Ok(request) = request else { return lost() };
    match request.send().await {
        Ok(response) => read(response).await,
        Err(_) => lost(),
    }
}

async fn read(response: Response) -> Answer {
    let status = response.status();
    if status == 503 {
        let seconds = response.headers().get("retry-after").and_then(|seconds| seconds.parse().ok());
        return Answer::Busy(seconds.unwrap_or(PAUSE));
    }
    if response.ok()
        && let Ok(added) = response.json().await
    {
        return Answer::Added(added);
    }
    let message =
        response.json().await.map_or_else(|_| FAILED.to_owned(), |refusal: Refusal| refusal.message);
    // The same file would be refused again.
    Answer::Refused { message, may_retry: ![413, 415, 422].contains(&status) }
}
