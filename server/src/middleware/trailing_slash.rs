//! Removes trailing slashes, so that every page has one address.

use axum::body::Body;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderValue, StatusCode, Uri, header};

/// Redirects (308) to the address without the slash and with the query.
pub(super) async fn remove(request: Request, next: Next) -> Response {
    let Some(location) = without_slash(request.uri()) else {
        return next.run(request).await;
    };
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
    response.headers_mut().insert(header::LOCATION, location);
    response
}

/// Returns the address without the slash. It begins with exactly one slash, so it never names another host.
fn without_slash(address: &Uri) -> Option<HeaderValue> {
    let path = address.path();
    if path == "/" || !path.ends_with('/') {
        return None;
    }
    let mut location = format!("/{}", path.trim_matches('/'));
    if let Some(query) = address.query() {
        location.push('?');
        location.push_str(query);
    }
    HeaderValue::from_str(&location).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slash_is_removed_and_the_query_kept() {
        let location = |address: &str| {
            without_slash(&address.parse().unwrap()).map(|value| value.to_str().unwrap().to_owned())
        };
        assert_eq!(location("/"), None);
        assert_eq!(location("/kalender"), None);
        assert_eq!(location("/kalender/").as_deref(), Some("/kalender"));
        assert_eq!(location("/blogg/?sida=2").as_deref(), Some("/blogg?sida=2"));
        assert_eq!(location("//other.example/").as_deref(), Some("/other.example"));
        assert_eq!(location("///").as_deref(), Some("/"));
    }
}
