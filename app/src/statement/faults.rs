//! The part of the statement that lists what is not accessible: by reason, and within it by situation.

use std::fmt::Write as _;

use crate::markdown::escaped;
use crate::site::{Fault, Reason, Situation};
use crate::time::{date_with_year, parse_day};

/// Writes the list, with a heading for each reason that there is.
pub(super) fn faults(text: &mut String, faults: &[Fault]) {
    for reason in Reason::ALL {
        let of_reason: Vec<_> = faults.iter().filter(|fault| fault.reason == reason).collect();
        if of_reason.is_empty() {
            continue;
        }
        _ = write!(text, "### {}\n\n{}\n\n", reason.in_words(), introduction(reason));
        for situation in Situation::ALL {
            let met: Vec<_> = of_reason.iter().filter(|fault| fault.situation == *situation).collect();
            if met.is_empty() {
                continue;
            }
            _ = write!(text, "#### Användning {}\n\n", situation.in_words());
            for fault in met {
                write_fault(text, fault);
            }
        }
    }
}

const fn introduction(reason: Reason) -> &'static str {
    match reason {
        Reason::Fault => "Det här ska fungera enligt lagen men gör det inte än.",
        Reason::Burden => {
            "Här åberopar vi undantag för oskäligt betungande anpassning enligt 12 § lagen om tillgänglighet till digital \
             offentlig service."
        }
        Reason::Outside => "Lagen kräver inte att det här är tillgängligt (9 §). Vi berättar ändå om det.",
    }
}

/// Writes a point of the list: what, and below it a line for each thing that is known.
fn write_fault(text: &mut String, fault: &Fault) {
    _ = write!(text, "- **{}**", escaped(&fault.what));
    let planned = parse_day(&fault.planned).map(date_with_year);
    let planned = planned.or_else(|| (fault.reason == Reason::Fault).then(|| "inte bestämt".to_owned()));
    let parts = [
        ("Var", &fault.place),
        ("Vår bedömning", &fault.assessment),
        ("Gör så här i stället", &fault.alternative),
        ("Krav i WCAG", &fault.criterion),
        ("Rättas senast", &planned.unwrap_or_default()),
    ];
    for (label, value) in parts {
        if !value.is_empty() {
            _ = write!(text, "\\\n  {label}: {}", escaped(value));
        }
    }
    text.push_str("\n\n");
}
