//! A page's data on its way to the page.
//!
//! Whatever the page, its data travels as one type. So the client holds the machinery of waiting, hydrating and
//! fetching once and not once a page, which makes it smaller by more than a quarter.

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
            Ok(payload) => Ok(payload.0.clone()),
            Err(error) => Ok(format!("{ERROR}{}", serde_json::to_string(error)?)),
        }
    }
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

    #[test]
    fn a_response_is_the_json_itself() {
        let payload = PagePayload::pack(&["å\"ä"]).unwrap();
        let bytes = <PayloadCodec as Encodes<_>>::encode(&payload).unwrap();
        assert_eq!(bytes, r#"["å\"ä"]"#);
        assert_eq!(<PayloadCodec as Decodes<PagePayload>>::decode(bytes).unwrap(), payload);
    }
}
