//! What the accessibility statement says: who answers for the site, how it was assessed, and what does not work.

mod fault;
pub(super) mod store;
mod words;

use jiff::ToSpan as _;
use jiff::civil::Date;

pub use fault::{Fault, Reason, Situation};
pub use words::{Compliance, Method};

/// Months from the last review until the owner is reminded: a month before the year is over after which the Commission's
/// model (2018/1523) and Digg want the statement to be looked at again.
const REVIEW_MONTHS: i32 = 11;

/// The settings of the accessibility statement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accessibility {
    /// The name of the organisation that answers for the site.
    pub organisation: String,
    /// Whether the law on accessibility to digital public service applies. Otherwise the statement is voluntary, and nobody
    /// supervises it.
    pub is_public_actor: bool,
    /// How far the site complies; none until it was assessed.
    pub compliance: Option<Compliance>,
    /// The day of the assessment.
    pub assessed_on: Option<Date>,
    /// The day on which the statement last changed: set by each save.
    pub updated_on: Option<Date>,
    /// The day on which somebody last looked whether the statement is still true.
    pub reviewed_on: Option<Date>,
    /// Who assessed the site.
    pub method: Option<Method>,
    /// The name of the one who assessed it, when that was somebody else.
    pub assessor: String,
    /// How the site was tested, in lines.
    pub tests: String,
    /// What does not work for everybody.
    pub faults: Vec<Fault>,
}

impl Accessibility {
    /// Whether it says enough to be a statement. A page that lacks the assessment must not look like one.
    pub fn is_complete(&self) -> bool {
        !self.organisation.is_empty()
            && self.compliance.is_some()
            && self.assessed_on.is_some()
            && self.method.is_some()
    }

    /// Whether something that the law asks for does not work. What the law leaves out is no fault of this kind.
    pub fn has_open_faults(&self) -> bool {
        self.faults.iter().any(|fault| fault.reason != Reason::Outside)
    }

    /// Whether nobody has looked at the statement for eleven months.
    pub fn is_review_due(&self, today: Date) -> bool {
        let due = self.reviewed_on.and_then(|day| day.checked_add(REVIEW_MONTHS.months()).ok());
        self.is_complete() && due.is_some_and(|due| due <= today)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_review_is_due_after_eleven_months() {
        let reviewed = Accessibility {
            organisation: "MIA Vidare".into(),
            compliance: Some(Compliance::Full),
            assessed_on: Some(date(2026, 1, 31)),
            reviewed_on: Some(date(2026, 1, 31)),
            method: Some(Method::Own),
            ..Accessibility::default()
        };
        assert!(!reviewed.is_review_due(date(2026, 12, 30)));
        assert!(reviewed.is_review_due(date(2026, 12, 31)));
        assert!(!Accessibility::default().is_review_due(date(2099, 1, 1)), "there is nothing to review");
    }

    #[test]
    fn what_the_law_leaves_out_is_no_open_fault() {
        let fault = |reason| Fault { reason, ..Fault::default() };
        let with = |reason| Accessibility { faults: vec![fault(reason)], ..Accessibility::default() };
        assert!(with(Reason::Fault).has_open_faults() && with(Reason::Burden).has_open_faults());
        assert!(!with(Reason::Outside).has_open_faults());
    }
}
