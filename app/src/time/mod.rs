//! The server's clock, days in the site's time zone, and Swedish texts for both.
//!
//! The browser never decides what time it is; it gets texts, and milliseconds to count down.

mod unix_millis;

#[cfg(feature = "ssr")]
mod clock;
#[cfg(feature = "ssr")]
mod countdown;
#[cfg(feature = "ssr")]
mod local;
#[cfg(feature = "ssr")]
mod number_words;
#[cfg(feature = "ssr")]
mod site_zone;
#[cfg(feature = "ssr")]
mod span;
#[cfg(feature = "ssr")]
mod swedish;
#[cfg(feature = "ssr")]
mod typed;

pub use unix_millis::{DAY, HOUR, MINUTE, SECOND, UnixMillis};

#[cfg(feature = "ssr")]
pub use {
    clock::Clock,
    countdown::{Countdown, countdown},
    local::to_local,
    number_words::{capitalized, number_words},
    site_zone::{DEFAULT_ZONE, at_home, from_millis, next_midnight, set_site_zone, site_zone},
    span::{month_span, year_span},
    swedish::{
        MONTHS, clock_time, date, date_near, date_with_year, month_and_year, month_heading, month_name,
        weekday_and_date, weekday_date_and_time, weekday_date_and_year, weekday_date_year_and_time,
        weekday_name,
    },
    typed::{input_value, parse_day, parse_local, parse_local_or_day, parse_time},
};
