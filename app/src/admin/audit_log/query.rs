//! The query of the audit log's address: a filter and a page number.

use crate::audit_log::AuditFilter;
use crate::paths;

/// What an address of the audit log selects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AuditLogQuery {
    pub(super) filter: AuditFilter,
    /// From 1.
    pub(super) page: u32,
}

impl AuditLogQuery {
    /// Reads `person=3&vad=published&sida=2`, leaving out what makes no sense.
    pub(super) fn parse(query: &str) -> Self {
        let value = |name: &str| {
            form_urlencoded::parse(query.as_bytes())
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.into_owned())
        };
        let filter = AuditFilter {
            staff: value("person").and_then(|id| id.parse().ok()),
            action: value("vad").and_then(|action| action.parse().ok()),
        };
        let page = value("sida").and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1);
        Self { filter, page }
    }

    /// Returns the address of a page with the same filter.
    pub(super) fn address_of(self, page: u32) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_written_back() {
        for address in ["/admin/handelser", "/admin/handelser?person=3&vad=tag_added&sida=2"] {
            let query = AuditLogQuery::parse(address.split_once('?').map_or("", |(_, query)| query));
            assert_eq!(query.address_of(query.page), address);
        }
        let nonsense = AuditLogQuery::parse("person=x&vad=%00&sida=-1&sida=4");
        assert_eq!(nonsense, AuditLogQuery { filter: AuditFilter::default(), page: 1 });
    }
}
