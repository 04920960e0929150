//! A page's data on its way to the page.
//!
//! Whatever the page, its data travels as one type. So the client holds the machinery of waiting, hydrating and
//! fetching once and not once a page, which makes it smaller by more than a quarter.
//!
//! A field called `html`, or `…_html`, holds what the server rendered, is given to `inner_html` and never changes while its
//! page is shown. A document holds that already, and hydration leaves it alone: so such fields are left out of the data
//! in the document, which made up half of it. HTML that changes on an open page must be called otherwise.

use std::convert::Infallible;

use leptos::server::codee::{Decoder, Encoder};
use leptos::server_fn::codec::Post;
use leptos::server_fn::{Bytes, ContentType, Decodes, Encodes, Format, FormatType};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::AppError;

/// The data of some page, as JSON that is parsed where the page is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePayload(String);

impl PagePayload {
    /// Writes a page's data as JSON.
    ///
    /// # Errors
    /// [`AppError::Internal`] when it cannot be written as JSON.
    pub fn pack(data: &impl Serialize) -> Result<Self, AppError> {
        serde_json::to_string(data).map(Self).map_err(|_| AppError::Internal)
    }

    /// Parses the data as the page's own type.
    ///
    /// # Errors
    /// [`AppError::Internal`] when it is another page's, or another version's.
    pub fn unpack<T: DeserializeOwned>(&self) -> Result<T, AppError> {
        serde_json::from_str(&self.0).map_err(|_| AppError::Internal)
    }
}

/// The encoding of a [`PagePayload`] in a server function's response: its JSON as it is.
pub type PageJson = Post<PayloadCodec>;

/// Writes payloads as they are. JSON within JSON would be escaped twice and parsed twice.
pub struct PayloadCodec;

impl ContentType for PayloadCodec {
    const CONTENT_TYPE: &'static str = "application/json";
}

impl FormatType for PayloadCodec {
    const FORMAT_TYPE: Format = Format::Text;
}

impl Encodes<PagePayload> for PayloadCodec {
    type Error = Infallible;

    fn encode(payload: &PagePayload) -> Result<Bytes, Infallible> {
        Ok(payload.0.clone().into())
    }
}

impl Decodes<PagePayload> for PayloadCodec {
    type Error = std::string::FromUtf8Error;

    fn decode(bytes: Bytes) -> Result<PagePayload, Self::Error> {
        String::from_utf8(bytes.into()).map(PagePayload)
    }
}

/// How an error is told from a payload in the document: no JSON begins like that.
const ERROR: char = '!';

impl Encoder<Result<PagePayload, AppError>> for PayloadCodec {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(result: &Result<PagePayload, AppError>) -> Result<String, Self::Error> {
        match result {
            Ok(payload) => in_document(&payload.0),
            Err(error) => Ok(format!("{ERROR}{}", serde_json::to_string(error)?)),
        }
    }
}

/// Takes out of a page's data what its document shows anyway. A space remains of each, since a page may differ where there
/// is nothing to show.
#[cfg(feature = "ssr")]
fn in_document(json: &str) -> serde_json::Result<String> {
    use serde_json::Value;

    fn shorten(value: &mut Value) {
        let Value::Object(fields) = value else { return };
        for (name, value) in fields {
            match value {
                Value::String(html) if !html.is_empty() && (name == "html" || name.ends_with("_html")) => {
                    " ".clone_into(html);
                }
                value => shorten(value),
            }
        }
    }

    let mut data = serde_json::from_str(json)?;
    shorten(&mut data);
    serde_json::to_string(&data)
}

/// The browser writes no documents.
#[cfg(not(feature = "ssr"))]
#[expect(clippy::unnecessary_wraps, reason = "the server's half can fail")]
fn in_document(json: &str) -> serde_json::Result<String> {
    Ok(json.to_owned())
}

impl Decoder<Result<PagePayload, AppError>> for PayloadCodec {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(text: &str) -> Result<Result<PagePayload, AppError>, Self::Error> {
        match text.strip_prefix(ERROR) {
            Some(error) => serde_json::from_str(error).map(Err),
            None => Ok(Ok(PagePayload(text.to_owned()))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_survives_the_document() {
        let results = [
            PagePayload::pack(&vec!["!", "\"</script>"]),
            PagePayload::pack(&"!NotFound"),
            Err(AppError::NotFound),
            Err(AppError::LogInFirst),
        ];
        for result in results {
            let encoded = <PayloadCodec as Encoder<_>>::encode(&result).unwrap();
            assert_eq!(<PayloadCodec as Decoder<_>>::decode(&encoded).unwrap(), result, "{encoded}");
        }
        assert!(<PayloadCodec as Decoder<_>>::decode("!nonsense").is_err());
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn a_document_does_not_hold_its_html_twice() {
        let data = serde_json::json!({
            "html": "<p>", "footer_html": "", "title": "html", "edition": { "card_html": "<b>" }, "list": ["html"],
        });
        let payload = PagePayload::pack(&data).unwrap();
        let encoded = <PayloadCodec as Encoder<_>>::encode(&Ok(payload)).unwrap();
        let decoded: serde_json::Value = serde_json::from_str(&encoded).unwrap();
        let shortened = serde_json::json!({
            "html": " ", "footer_html": "", "title": "html", "edition": { "card_html": " " }, "list": ["html"],
        });
        assert_eq!(decoded, shortened);
    }

    #[test]
    fn a_response_is_the_json_itself() {
        let payload = PagePayload::pack(&["å\"ä"]).unwrap();
        let bytes = <PayloadCodec as Encodes<_>>::encode(&payload).unwrap();
        assert_eq!(bytes, r#"["å\"ä"]"#);
        assert_eq!(<PayloadCodec as Decodes<PagePayload>>::decode(bytes).unwrap(), payload);
    }
}
