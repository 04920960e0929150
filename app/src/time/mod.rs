//! Time as the site knows it: the server's clock, local days, and Swedish words for both.
//!
//! The browser never decides what time it is; it gets finished text and milliseconds to count down.

mod unix_millis;

#[cfg(feature = "ssr")]
mod clock;
#[cfg(feature = "ssr")]
mod countdown;
#[cfg(feature = "ssr")]
mod home;
#[cfg(feature = "ssr")]
mod local;
#[cfg(feature = "ssr")]
mod span;
#[cfg(feature = "ssr")]
mod swedish;

pub use unix_millis::{DAY, HOUR, MINUTE, SECOND, UnixMillis};

#[cfg(feature = "ssr")]
pub use {
    clock::Clock,
    countdown::{Countdown, countdown},
    home::{HOME_ZONE, at_home, from_millis, next_midnight},
    local::{parse_local, to_local},
    span::{month_span, year_span},
    swedish::{
        MONTHS, clock_time, date, date_with_year, month_and_year, month_name, weekday_and_date,
        weekday_date_and_time, weekday_date_year_and_time,
    },
};
