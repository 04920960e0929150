//! Forms act once: a request that repeats an earlier one gets the earlier one's response.
//!
//! People press twice, and networks lose responses. Every form carries a random field of its own
//! ([`app::ui::IDEMPOTENCY_KEY`]); requests with the same session, path and bytes are the same act. Without a session the
//! network stands for it: the forms of visitors are cached with their key, and two of them may write the same. The first one runs to
//! its end even if its sender has gone. Its response is remembered when it leads to another page; one that leaves the form
//! where it stands is not, because the next try may end differently.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use app::staff::cookies;
use app::staff::network::Network;
use app::ui::IDEMPOTENCY_KEY;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::response::Response;
use bytes::Bytes;
use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, Shared};
use http::request::Parts;
use http::{HeaderMap, StatusCode, header};
use leptos::server_fn::redirect::REDIRECT_HEADER;
use sha2::{Digest as _, Sha256};
use tokio::time::Instant;

/// How long a response is remembered: a lost network is tried again within minutes.
const LIFETIME: Duration = Duration::from_mins(10);
/// How many are remembered; a redirect with its cookies takes about a kilobyte.
const MAX_ACTS: usize = 2000;

/// The acts of the last minutes, running and done. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Idempotency(Arc<Mutex<HashMap<Act, Entry>>>);

/// SHA-256 of what makes two requests the same act.
type Act = [u8; 32];

struct Entry {
    expires: Instant,
    response: Shared<BoxFuture<'static, Option<StoredResponse>>>,
}

#[derive(Clone)]
struct StoredResponse {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Idempotency {
    /// Runs a request, unless the same act is running or done: then its response is given again. A request without a key
    /// always runs. Returns nothing when the act has panicked.
    pub(crate) async fn once<R>(&self, request: Request, run: impl FnOnce(Request) -> R) -> Option<Response>
    where
        R: Future<Output = Response> + Send + 'static,
    {
        let (head, body) = request.into_parts();
        // The body has been read within its limit before (`middleware::body_limit`).
        let body = to_bytes(body, usize::MAX).await.ok()?;
        let act = has_key(&body).then(|| act(&head, &body));
        let request = Request::from_parts(head, Body::from(body));
        let Some(act) = act else { return Some(run(request).await) };
        self.join(act, || run(request)).await.map(StoredResponse::into_response)
    }

    /// Returns the response of an act, which begins if nobody has begun it.
    fn join<R>(&self, act: Act, run: impl FnOnce() -> R) -> Shared<BoxFuture<'static, Option<StoredResponse>>>
    where
        R: Future<Output = Response> + Send + 'static,
    {
        let mut acts = self.lock();
        let now = Instant::now();
        acts.retain(|_, entry| now < entry.expires);
        if let Some(entry) = acts.get(&act) {
            return entry.response.clone();
        }
        if acts.len() >= MAX_ACTS
            && let Some(oldest) = acts.iter().min_by_key(|(_, entry)| entry.expires).map(|(act, _)| *act)
        {
            acts.remove(&oldest);
        }
        let (acts_again, response) = (self.clone(), run());
        let task = tokio::spawn(async move {
            let forget = ForgetUnlessKept { acts: acts_again, act, is_kept: false };
            let stored = StoredResponse::read(response.await).await;
            forget.finish(stored.as_ref().is_some_and(StoredResponse::leads_on));
            stored
        });
        let response = task.map(|result| result.ok().flatten()).boxed().shared();
        acts.insert(act, Entry { expires: now + LIFETIME, response: response.clone() });
        response
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Act, Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Forgets an act at its end, also when it panics, unless its response is to be given again.
struct ForgetUnlessKept {
    acts: Idempotency,
    act: Act,
    is_kept: bool,
}

impl ForgetUnlessKept {
    fn finish(mut self, is_kept: bool) {
        self.is_kept = is_kept;
    }
}

impl Drop for ForgetUnlessKept {
    fn drop(&mut self) {
        if !self.is_kept {
            self.acts.lock().remove(&self.act);
        }
    }
}

impl StoredResponse {
    async fn read(response: Response) -> Option<Self> {
        let (head, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.ok()?;
        Some(Self { status: head.status, headers: head.headers, body })
    }

    /// Whether the response takes its receiver to another page: a redirect, or what our client takes for one.
    fn leads_on(&self) -> bool {
        self.headers.contains_key(header::LOCATION)
            && (self.status.is_redirection() || self.headers.contains_key(REDIRECT_HEADER))
    }

    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }
}

/// Whether a form has the field. A typed `=` arrives encoded, so only the name of a field is followed by one.
fn has_key(form: &[u8]) -> bool {
    form.split(|byte| *byte == b'&').any(|field| {
        field
            .strip_prefix(IDEMPOTENCY_KEY.as_bytes())
            .is_some_and(|value| value.len() > 1 && value[0] == b'=')
    })
}

fn act(head: &Parts, body: &[u8]) -> Act {
    let mut hash = Sha256::new();
    let session = cookies::session_hash(head);
    let network = if session.is_empty() { Network::of(head).to_string() } else { String::new() };
    for part in [&session, network.as_bytes(), head.uri.path().as_bytes(), body] {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use axum::response::IntoResponse as _;

    use super::*;

    const FORM: &str = "name=Anna&idempotency_key=c0ffee";

    fn redirect() -> Response {
        (StatusCode::FOUND, [(header::LOCATION, "/admin")]).into_response()
    }

    /// Sends a form so many times, one after the other, and returns how often it ran.
    async fn runs(times: usize, body: &'static str, respond: fn() -> Response) -> usize {
        let (idempotency, runs) = (Idempotency::default(), Arc::new(AtomicUsize::new(0)));
        for _ in 0..times {
            let runs = Arc::clone(&runs);
            let run = |_| async move {
                runs.fetch_add(1, Ordering::Relaxed);
                respond()
            };
            idempotency.once(Request::new(Body::from(body)), run).await;
        }
        runs.load(Ordering::Relaxed)
    }

    #[tokio::test]
    async fn what_leads_on_runs_once() {
        assert_eq!(runs(3, FORM, redirect).await, 1);
        assert_eq!(runs(3, "idempotency_key=1", redirect).await, 1);
    }

    #[tokio::test]
    async fn what_leaves_the_form_where_it_is_runs_again() {
        assert_eq!(runs(3, FORM, || StatusCode::OK.into_response()).await, 3);
        assert_eq!(runs(3, FORM, || StatusCode::SERVICE_UNAVAILABLE.into_response()).await, 3);
    }

    #[tokio::test]
    async fn what_panics_runs_again() {
        assert_eq!(runs(2, FORM, || panic!("a fault")).await, 2);
    }

    #[tokio::test]
    async fn a_form_without_a_key_always_runs() {
        for body in ["", "name=Anna", "idempotency_key=", "text=idempotency_key%3D1", "x_idempotency_key=1"] {
            assert_eq!(runs(2, body, redirect).await, 2, "{body}");
        }
    }

    #[tokio::test]
    async fn the_remembered_are_bounded_in_number_and_age() {
        let idempotency = Idempotency::default();
        for number in 0..=MAX_ACTS {
            let body = format!("idempotency_key={number}");
            idempotency.once(Request::new(Body::from(body)), |_| async { redirect() }).await;
        }
        assert_eq!(idempotency.lock().len(), MAX_ACTS);
        idempotency.lock().values_mut().for_each(|entry| entry.expires = Instant::now());
        idempotency.once(Request::new(Body::from(FORM)), |_| async { redirect() }).await;
        assert_eq!(idempotency.lock().len(), 1);
    }
}
