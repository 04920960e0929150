//! What staff do with the recording of a post, by the form in the editor's side: a route of its own, since it carries a file.
//! The rules are in `posts::recording`.

use http::HeaderMap;
use http::request::Parts;

use super::editor::{leave_refused_recording, leave_sentence};
use crate::error::AppError;
use crate::paths;
use crate::posts::recording::{self, Refusal};
use crate::posts::{Act, PostId};
use crate::recordings::{
    IncomingRecording, Recording, RecordingError, keep, length_in_words, parse_transcript,
};
use crate::staff::Staff;
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::state::AppState;

/// The form that came.
#[derive(Debug)]
pub struct SentRecording {
    /// The file, if one was chosen; or why it, or the form, is refused before it is looked at.
    pub file: Result<Option<IncomingRecording>, RecordingError>,
    /// What is said, as typed.
    pub transcript: String,
    /// Whether the text is what is said, word for word.
    pub is_verbatim: bool,
    /// The name of the button that was pressed.
    pub act: String,
}

/// The names of the buttons.
pub(super) const SAVE: &str = "save";
pub(super) const REMOVE: &str = "remove";
pub(super) const BRING_BACK: &str = "bring_back";

/// Does what the form says, and returns the headers of the redirect to the editor, which tells. Once begun it is done to the
/// end, also when the sender has left.
///
/// # Errors
/// [`AppError::NotFound`] when the post is gone; when the database cannot be written.
pub async fn receive_recording(
    state: &AppState,
    staff: &Staff,
    request: Parts,
    post: PostId,
    sent: SentRecording,
) -> Result<HeaderMap, AppError> {
    let (state, staff) = (state.clone(), staff.clone());
    let receiving = tokio::spawn(async move {
        let request = RequestContext::of(&request);
        let typed = sent.transcript.clone();
        let done = act(&state, &staff, post, sent).await;
        request.redirect(&LocalPath::parse(&paths::edit_post(post)).ok_or(AppError::Internal)?);
        match done {
            Ok(sentence) => leave_sentence(&state, &request, &sentence).await?,
            Err(Refusal::Post(error)) => {
                leave_refused_recording(&state, &request, &error.refusal()?.clone(), typed).await?;
            }
            Err(Refusal::Recording(error)) => {
                leave_refused_recording(&state, &request, &error.to_string(), typed).await?;
            }
        }
        Ok(request.response_headers())
    });
    receiving.await.unwrap_or_else(|error| {
        tracing::error!(%error, "receiving a recording was aborted");
        Err(AppError::Internal)
    })
}

/// Does it, and returns what to say of it.
async fn act(state: &AppState, staff: &Staff, post: PostId, sent: SentRecording) -> Result<String, Refusal> {
    match (&*sent.act, sent.file?) {
        (REMOVE, _) => {
            let mut act = Act::begin(state, staff).await?;
            recording::remove(&mut act, post).await?;
            act.commit().await?;
            Ok("Inspelningen är borttagen. Du kan ta tillbaka den i 30 dagar.".to_owned())
        }
        (BRING_BACK, _) => {
            let mut act = Act::begin(state, staff).await?;
            recording::bring_back(&mut act, post).await?;
            act.commit().await?;
            Ok("Inspelningen är tillbaka.".to_owned())
        }
        (_, Some(file)) => add(state, staff, post, file, (&sent.transcript, sent.is_verbatim)).await,
        (_, None) => {
            let transcript = parse_transcript(&sent.transcript)?;
            let mut act = Act::begin(state, staff).await?;
            match recording::set_words(&mut act, post, &transcript, sent.is_verbatim).await {
                // There was nothing to write about yet.
                Err(Refusal::Recording(RecordingError::Gone)) => return Err(RecordingError::NoFile.into()),
                done => done?,
            }
            act.commit().await?;
            Ok("Det som står om inspelningen är sparat.".to_owned())
        }
    }
}

async fn add(
    state: &AppState,
    staff: &Staff,
    post: PostId,
    file: IncomingRecording,
    (transcript, is_verbatim): (&str, bool),
) -> Result<String, Refusal> {
    let transcript = parse_transcript(transcript)?;
    let (built, hash, file) = file.clean().await?.into_parts();
    let new = Recording { transcript, is_verbatim, ..built };
    let folder = keep(file).await?;
    let saved = async {
        let mut act = Act::begin(state, staff).await?;
        let is_new = recording::add(&mut act, post, &new, &hash).await?;
        if !is_new {
            recording::set_words(&mut act, post, &new.transcript, new.is_verbatim).await?;
        }
        act.commit().await?;
        Ok(is_new)
    }
    .await;
    match saved {
        Ok(true) => {
            folder.settle();
            let length = length_in_words(new.millis);
            Ok(format!("Inspelningen är sparad ({length}). Läsarna får den så länge de kan läsa texten."))
        }
        Ok(false) => {
            folder.discard();
            Ok("Texten har redan den inspelningen. Det som står om den är sparat.".to_owned())
        }
        Err(error) => {
            folder.discard();
            Err(error)
        }
    }
}
