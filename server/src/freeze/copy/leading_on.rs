//! Addresses that lead on to another.

use app::paths;
use app::state::AppState;
use http::StatusCode;

use super::Copy;
use crate::freeze::FreezeError;
use crate::freeze::address::{Address, Target, relative};
use crate::freeze::redirects::{self, Destination};
use crate::freeze::seeds::{former, queries};
use crate::freeze::visitor::Answer;

impl Copy {
    /// Asks what became of the addresses that only lead on, so that links need no detour.
    pub(super) async fn look_up_former(&mut self, state: &AppState) -> Result<(), FreezeError> {
        for address in former(state).await? {
            let answer = self.visitor.get(&address.to_request()).await?;
            if let Some(destination) = self.destination(&address, &answer) {
                let target = match &destination {
                    Destination::Within(new) => Target::Within(new.clone(), String::new()),
                    Destination::Elsewhere(url) => Target::Elsewhere(Some(url.clone())),
                };
                self.links.moved.insert(address.clone(), target);
                self.lead_on(&address, destination).await?;
            } else if answer.status == StatusCode::GONE {
                self.redirects.gone.insert(address.clone());
                self.add(address, None, true);
            }
        }
        for address in queries(state).await? {
            let answer = self.visitor.get(&address.to_request()).await?;
            if let Some(destination) = self.destination(&Address::of(paths::START), &answer) {
                if let Destination::Within(new) = &destination {
                    self.add(new.clone(), None, true);
                }
                self.redirects.queries.insert(address, destination);
            }
        }
        Ok(())
    }

    /// Returns where an address leads on, if it does.
    pub(super) fn destination(&self, address: &Address, answer: &Answer) -> Option<Destination> {
        let location = answer.location()?;
        Some(match self.links.hosts.target(address, location) {
            // Today's door is another one tomorrow.
            Target::Within(new, _) if address.path() == paths::TODAY => {
                let edition = new.path().split("/lucka/").next().unwrap_or(paths::START);
                Destination::Within(Address::of(edition))
            }
            Target::Within(new, _) => Destination::Within(new),
            Target::Server | Target::Elsewhere(_) => Destination::Elsewhere(location.to_owned()),
        })
    }

    /// Writes where an address leads on, into the maps and as a page.
    pub(super) async fn lead_on(
        &mut self,
        address: &Address,
        destination: Destination,
    ) -> Result<(), FreezeError> {
        let link = match &destination {
            Destination::Within(new) => {
                self.add(new.clone(), Some(address), true);
                relative(&address.file(), &new.file())
            }
            Destination::Elsewhere(url) => url.clone(),
        };
        self.seen.insert(address.clone());
        self.redirects.moved.insert(address.clone(), destination);
        if address.can_lead_on() {
            self.folder.write(&address.file(), redirects::page(&link)).await?;
        }
        Ok(())
    }
}
