//! The journal's page at an address: which lines, and which page of them.

use super::views;
use crate::admin::prerendered::PrerenderedRoom;
use crate::audit_log::AuditAction;
use crate::audit_log::store::{Filter, count, lines, people};
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;
use crate::ui::render_to_string;

const PER_PAGE: u32 = 50;

/// What an address asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) filter: Filter,
    /// From 1.
    pub(super) page: u32,
}

impl Asked {
    /// Reads `person=3&vad=published&sida=2`. What makes no sense is left out.
    fn read(query: &str) -> Self {
        let value = |name: &str| {
            form_urlencoded::parse(query.as_bytes())
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.into_owned())
        };
        let filter = Filter {
            staff: value("person").and_then(|id| id.parse().ok()),
            action: value("vad").and_then(|action| AuditAction::parse(&action)),
        };
        let page = value("sida").and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1);
        Self { filter, page }
    }

    /// The address of a page with the same filter.
    pub(super) fn page(self, page: u32) -> String {
        let mut query = Vec::new();
        query.extend(self.filter.staff.map(|staff| format!("person={staff}")));
        query.extend(self.filter.action.map(|action| format!("vad={}", action.as_str())));
        query.extend((page > 1).then(|| format!("sida={page}")));
        if query.is_empty() {
            paths::AUDIT_LOG.into()
        } else {
            format!("{}?{}", paths::AUDIT_LOG, query.join("&"))
        }
    }
}

/// The room.
pub(in crate::admin) async fn room(state: &AppState, query: &str) -> Result<PrerenderedRoom, AppError> {
    let reader = state.db.reader();
    let asked = Asked::read(query);
    let pages = count(reader, asked.filter).await?.div_ceil(PER_PAGE).max(1);
    // A page beyond the last is the last one.
    let asked = Asked { page: asked.page.min(pages), ..asked };
    let lines = lines(reader, asked.filter, PER_PAGE, (asked.page - 1) * PER_PAGE).await?;
    let people = people(reader).await?;
    let title = if asked.page > 1 { format!("Händelser, sida {}", asked.page) } else { "Händelser".into() };
    Ok(PrerenderedRoom { title, html: render_to_string(views::room(&lines, &people, asked, pages)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_written_back() {
        for address in ["/admin/handelser", "/admin/handelser?person=3&vad=tag_added&sida=2"] {
            let asked = Asked::read(address.split_once('?').map_or("", |(_, query)| query));
            assert_eq!(asked.page(asked.page), address);
        }
        let nonsense = Asked::read("person=x&vad=%00&sida=-1&sida=4");
        assert_eq!(nonsense, Asked { filter: Filter::default(), page: 1 });
    }
}
