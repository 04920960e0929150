//! The memory of finished pages: rendered once, compressed once, given to everybody until something changes.
//!
//! A page is true for a span of time and for one state of the content, and both are compared at every request.
//! There is no timer that could be late: a door opens, and closes again when the clock is set back, with the
//! first request that comes after.

mod address;
mod answer;
mod encoding;
mod flight;
mod page;
mod shelf;

use std::sync::Arc;

pub(crate) use address::PageAddress;
pub(crate) use answer::{is_known, private_answer, public_answer};
pub(crate) use encoding::{Encoding, preferred};
pub(crate) use page::{Moment, Page, etag_of};

use self::flight::{Flights, Turn};
use self::shelf::Shelf;
use crate::render::RenderError;

/// Finished pages and those being rendered.
#[derive(Default)]
pub(crate) struct PageCache {
    shelf: Shelf,
    flights: Flights,
}

impl PageCache {
    /// The page at an address: from memory if it still holds, otherwise rendered, by one for all who wait.
    pub(crate) async fn page<R>(
        self: &Arc<Self>,
        address: &PageAddress,
        now: impl Fn() -> Moment + Clone + Send + 'static,
        render: impl Fn() -> R,
    ) -> Result<Arc<Page>, RenderError>
    where
        R: Future<Output = Result<Page, RenderError>> + Send + 'static,
    {
        loop {
            if let Some(page) = self.shelf.get(address, now()) {
                return Ok(page);
            }
            match self.flights.join(address) {
                Turn::Mine(landing) => {
                    // The one before may have landed between the two looks.
                    if let Some(page) = self.shelf.get(address, now()) {
                        landing.land(Ok(Arc::clone(&page)));
                        return Ok(page);
                    }
                    let (cache, address, now, rendering) =
                        (Arc::clone(self), address.clone(), now.clone(), render());
                    // In a task of its own: others wait for this page even if the first asker leaves.
                    let task = tokio::spawn(async move {
                        let result = rendering.await.map(Arc::new);
                        if let Ok(page) = &result
                            && address.is_bounded()
                            && page.may_be_kept()
                        {
                            cache.shelf.put(address, Arc::clone(page), now());
                        }
                        landing.land(result.clone());
                        result
                    });
                    return task.await.unwrap_or(Err(RenderError::Broken));
                }
                // Their page may be from before the opening that this request came after: look again.
                Turn::Theirs(waiting) => match waiting.landed().await {
                    Ok(page) if page.holds(now()) => return Ok(page),
                    Ok(_) => {}
                    Err(error) => return Err(error),
                },
            }
        }
    }
}
