//! What `guldkorn export` writes comes back by `guldkorn import`: wholly, once, and never by force.

mod exchange;
mod filled_site;
mod hostile;
mod odd_content;
mod round_trip;
