//! When readers get a text, in words.

use crate::admin::moments::moment_with_weekday;
use crate::time::parse_local;
use crate::writing::{Manuscript, Standing, Work};

/// "Publiceras måndag 7 december 2026 kl. 08.00."
pub(in crate::admin::writing) fn when(work: &Work, text: &Manuscript, now: i64) -> String {
    if let Some(place) = &work.place {
        let opens = moment_with_weekday(place.opens_at);
        return match (place.opens_at <= now, place.is_published) {
            (true, _) => format!("Lucka {} öppnades {opens}.", place.day),
            (false, true) => format!("Lucka {} öppnas {opens}.", place.day),
            (false, false) => format!("Lucka {} öppnas {opens}, om kalendern är publicerad då.", place.day),
        };
    }
    match (text.publish_at.as_str(), parse_local(&text.publish_at), work.public_from) {
        ("", _, Some(from)) if work.standing == Standing::Published => {
            format!("Publicerades {}.", moment_with_weekday(from))
        }
        ("", _, _) => "Publiceras så snart någon trycker på Publicera.".to_owned(),
        (_, None, _) => "Tiden går inte att läsa. Välj dag och klockslag, eller töm fältet.".to_owned(),
        (_, Some(at), _) if at <= now => format!("Får datumet {}.", moment_with_weekday(at)),
        (_, Some(at), _) => format!("Publiceras {}.", moment_with_weekday(at)),
    }
}
