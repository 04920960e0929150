//! Tells one cache of every change, for as long as the server runs.

use std::time::Duration;

use app::state::AppState;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method, Request, header};
use http_body_util::Full;
use tokio::time::{Instant, sleep, sleep_until};

use super::call::{CallError, call};
use super::target::{Message, Target};
use super::webhook;

/// How long after its answer a cache is told once more. A page that was on its way to it, made before the change, may have
/// reached it after the message.
const AGAIN_AFTER: Duration = Duration::from_millis(500);
/// The first pause after a failure; each is twice the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Tells a cache of every change: at the start, because nobody knows what it missed, and after each commit. However many
/// changes there are while it is told, it is told of them once.
pub(super) async fn tell(state: AppState, number: usize, target: Target) {
    let run = getrandom::u64().unwrap_or_default();
    let mut commits = state.db.commits();
    let mut known = None;
    let mut again_at: Option<Instant> = None;
    loop {
        // Before the generation is read: what is committed from here on wakes the next round.
        commits.mark_unchanged();
        let generation = state.db.generation();
        if known != Some(generation) {
            state.shared_caches.begin(number, state.clock.now_millis());
            known = Some(insist(&state, number, &target, run).await);
            again_at = target.is_told_twice().then(|| Instant::now() + AGAIN_AFTER);
            sleep(target.period()).await;
            continue;
        }
        let is_again = async move {
            match again_at {
                Some(at) => sleep_until(at).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            changed = commits.changed() => if changed.is_err() { return },
            () = is_again => {
                again_at = None;
                if let Err(error) = call_once(&state, &target, run, generation).await {
                    known = None;
                    note_failure(&state, number, &target, &error);
                }
            }
        }
    }
}

/// Tells a cache until it answers, and returns the generation of the content for which it did.
async fn insist(state: &AppState, number: usize, target: &Target, run: u64) -> u64 {
    let mut failures = 0;
    loop {
        let generation = state.db.generation();
        match call_once(state, target, run, generation).await {
            Ok(()) => {
                if state.shared_caches.answer(number, generation) {
                    tracing::info!(cache = target.name(), "a cache in front answers again");
                }
                return generation;
            }
            Err(error) => {
                note_failure(state, number, target, &error);
                sleep(pause_after(failures)).await;
                failures = failures.saturating_add(1);
            }
        }
    }
}

/// Writes down why a cache did not answer; the log says it once until it does.
fn note_failure(state: &AppState, number: usize, target: &Target, error: &CallError) {
    if state.shared_caches.fail(number, &error.to_string()) {
        tracing::warn!(
            cache = target.name(),
            %error,
            "a cache in front was not told of a change and may show what was there before; it is tried again"
        );
    }
}

async fn call_once(state: &AppState, target: &Target, run: u64, generation: u64) -> Result<(), CallError> {
    call(target, request(state, target, run, generation).await?).await
}

async fn request(
    state: &AppState,
    target: &Target,
    run: u64,
    generation: u64,
) -> Result<Request<Full<Bytes>>, CallError> {
    let request = Request::builder().uri(&target.path);
    let request = match &target.message {
        Message::Purge(method) => request.method(method).body(Full::default()),
        Message::Webhook(secret) => {
            let site =
                app::site::address(state).await.map_err(|error| CallError::Broken(error.to_string()))?;
            let (id, now) = (format!("msg_{run:016x}_{generation}"), state.clock.now());
            let signed = secret.sign(&id, now.as_second(), webhook::body(&site, now));
            let signed = signed.ok_or_else(|| CallError::Broken("signaturen".into()))?;
            request
                .method(Method::POST)
                .header(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))
                .header(HeaderName::from_static("webhook-id"), signed.id)
                .header(HeaderName::from_static("webhook-timestamp"), signed.timestamp)
                .header(HeaderName::from_static("webhook-signature"), signed.signature)
                .body(Full::from(signed.body))
        }
    };
    request.map_err(|error| CallError::Broken(error.to_string()))
}

/// Returns how long to wait after a number of failures in a row.
fn pause_after(failures: u32) -> Duration {
    let doubled = 2_u32.checked_pow(failures).and_then(|factor| FIRST_PAUSE.checked_mul(factor));
    doubled.map_or(LONGEST_PAUSE, |pause| pause.min(LONGEST_PAUSE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_and_are_bounded() {
        let millis = |failures| pause_after(failures).as_millis();
        assert_eq!([0, 1, 2, 3, 6].map(millis), [250, 500, 1_000, 2_000, 16_000]);
        assert_eq!([7, 31, 32, u32::MAX].map(millis), [30_000; 4]);
    }
}
