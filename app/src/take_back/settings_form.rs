//! From the settings of an export to those that this program stores.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::lines::refused;
use crate::export::{self, Accessibility};
use crate::import::ReadError;
use crate::safety::{HelpNumber, usable_exit};
use crate::site::brand::Brand;
use crate::site::colours::{BrandColours, Rgb};
use crate::site::{
    Compliance, Contact, EuShare, EuSupport, Fault, Funder, Funding, MenuItem, Method, Reason, Settings,
    Situation,
};

/// Settings as this program stores them.
#[derive(Debug)]
pub(super) struct SettingsForm {
    pub(super) settings: Settings,
    pub(super) help_numbers: Vec<(HelpNumber, String)>,
    pub(super) wordings: Vec<(String, String)>,
}

impl SettingsForm {
    /// Converts settings, and refuses what the database would take and pages could not show.
    pub(super) fn of(from: &export::Settings) -> Result<Self, ReadError> {
        let export::Settings { site, brand, colours, contact, menu, foot, funding, safety, .. } = from;
        if usable_exit(&safety.exit_address).is_none() {
            return Err(unusable("snabbutgångens adress", &safety.exit_address));
        }
        if TimeZone::get(&site.time_zone).is_err() {
            return Err(unusable("tidszonen", &site.time_zone));
        }
        let settings = Settings {
            name: site.name.clone(),
            vision: site.vision.clone(),
            description: site.description.clone(),
            address: site.address.clone(),
            notice: site.notice.clone(),
            contact: Contact {
                name: contact.name.clone(),
                email: contact.email.clone(),
                phone: contact.phone.clone(),
                address: contact.address.clone(),
            },
            exit_address: safety.exit_address.clone(),
            safe_title: safety.safe_title.clone(),
            sensitive_words: safety.sensitive_words.clone(),
            brand: Brand {
                logo: brand.logo,
                logo_on_dark: brand.logo_on_dark,
                logo_has_name: brand.logo_has_name,
                icon: brand.icon,
                initials: brand.initials.clone(),
                shared_picture: brand.shared_picture,
            },
            weekly_guldkorn: site.weekly_guldkorn,
            colours: BrandColours {
                main: colour(colours.main.as_deref())?,
                accent: colour(colours.accent.as_deref())?,
            },
            menu: links(menu),
            foot: links(foot),
            funding: self::funding(funding)?,
            time_zone: site.time_zone.clone(),
            accessibility: accessibility(&from.accessibility)?,
        };
        let number = |number: &export::HelpNumber| {
            let export::HelpNumber { name, number, hours, cost, note, checked_on } = number.clone();
            (HelpNumber { name, number, hours, cost, note }, checked_on)
        };
        let word = |word: &export::Wording| (word.word.clone(), word.instead.clone());
        Ok(Self {
            settings,
            help_numbers: safety.help_numbers.iter().map(number).collect(),
            wordings: from.wordings.iter().map(word).collect(),
        })
    }
}

fn unusable(what: &str, value: &str) -> ReadError {
    refused(format_args!("{what} ”{value}” i inställningarna går inte att använda"))
}

fn links(links: &[export::Link]) -> Vec<MenuItem> {
    links.iter().map(|link| MenuItem { label: link.label.clone(), path: link.path.clone() }).collect()
}

fn colour(colour: Option<&str>) -> Result<Option<Rgb>, ReadError> {
    colour.map(|text| Rgb::parse(text).ok_or_else(|| unusable("färgen", text))).transpose()
}

fn funding(funding: &export::Funding) -> Result<Funding, ReadError> {
    let share = known(&funding.eu_support, "EU-stödet", EuShare::parse)?;
    let funders =
        funding.funders.iter().map(|funder| Funder { name: funder.name.clone(), logo: funder.logo });
    Ok(Funding {
        heading: funding.heading.clone(),
        eu: share.map(|share| EuSupport { share, in_english: funding.eu_language == "en" }),
        funders: funders.collect(),
    })
}

fn accessibility(from: &Accessibility) -> Result<crate::site::Accessibility, ReadError> {
    let day = |text: &str| known(text, "dagen", |text| text.parse::<Date>().ok());
    Ok(crate::site::Accessibility {
        organisation: from.organisation.clone(),
        is_public_actor: from.is_public_actor,
        compliance: known(&from.compliance, "efterlevnaden", Compliance::parse)?,
        assessed_on: day(&from.assessed_on)?,
        updated_on: day(&from.updated_on)?,
        reviewed_on: day(&from.reviewed_on)?,
        method: known(&from.method, "metoden", Method::parse)?,
        assessor: from.assessor.clone(),
        tests: from.tests.clone(),
        faults: from.faults.iter().map(fault).collect::<Result<_, _>>()?,
    })
}

fn fault(from: &export::Fault) -> Result<Fault, ReadError> {
    Ok(Fault {
        what: from.what.clone(),
        place: from.place.clone(),
        situation: Situation::parse(&from.situation)
            .ok_or_else(|| unusable("situationen", &from.situation))?,
        reason: Reason::parse(&from.reason).ok_or_else(|| unusable("orsaken", &from.reason))?,
        assessment: from.assessment.clone(),
        alternative: from.alternative.clone(),
        criterion: from.criterion.clone(),
        planned: from.planned.clone(),
    })
}

/// Parses a value that may be empty.
fn known<T>(text: &str, what: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, ReadError> {
    if text.is_empty() { Ok(None) } else { parse(text).map(Some).ok_or_else(|| unusable(what, text)) }
}
