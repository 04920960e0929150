//! What the accessibility statement of the demo site says.

use app::site::{Accessibility, Compliance, Fault, Method, Reason, Situation};
use app::time::parse_day;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AccessibilityTable {
    organisation: String,
    public_actor: bool,
    compliance: String,
    /// As yyyy-mm-dd.
    assessed_on: String,
    method: String,
    tests: Vec<String>,
    faults: Vec<FaultTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultTable {
    what: String,
    place: String,
    situation: String,
    reason: String,
    #[serde(default)]
    alternative: String,
    #[serde(default)]
    criterion: String,
    #[serde(default)]
    planned: String,
}

impl From<AccessibilityTable> for Accessibility {
    fn from(table: AccessibilityTable) -> Self {
        let assessed_on = parse_day(&table.assessed_on);
        Self {
            organisation: table.organisation,
            is_public_actor: table.public_actor,
            compliance: Compliance::parse(&table.compliance),
            assessed_on,
            updated_on: assessed_on,
            reviewed_on: assessed_on,
            method: Method::parse(&table.method),
            assessor: String::new(),
            tests: table.tests.join("\n"),
            faults: table.faults.into_iter().map(Fault::from).collect(),
        }
    }
}

impl From<FaultTable> for Fault {
    fn from(table: FaultTable) -> Self {
        Self {
            what: table.what,
            place: table.place,
            situation: Situation::parse(&table.situation).unwrap_or_default(),
            reason: Reason::parse(&table.reason).unwrap_or_default(),
            assessment: String::new(),
            alternative: table.alternative,
            criterion: table.criterion,
            planned: table.planned,
        }
    }
}
