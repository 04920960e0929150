//! The standards that a statement names: here and nowhere else.
//!
//! Not verified: in November 2026 the law still named EN 301 549 V3.2.1, which holds WCAG 2.1. V4.1.1, with WCAG 2.2, was
//! expected in the Official Journal in the autumn of 2026; when it is there, `BY_LAW` changes.

/// What the law names.
pub(super) const BY_LAW: &str = "WCAG 2.1 på nivå AA, enligt den europeiska standarden EN 301 549 V3.2.1";

/// What the product is built and tested for.
pub(super) const OWN_AIM: &str = "WCAG 2.2 på nivå AA";

/// Where Digg takes reports.
pub(super) const REPORT_TO_DIGG: &str = "https://www.digg.se/tdosanmalan";
