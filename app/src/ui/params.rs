//! The variable parts of an address.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// Returns a named part of the path; empty where there is none.
pub fn param(name: &'static str) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let params = use_params_map();
    move || params.with(|params| params.get(name).unwrap_or_default())
}

/// Returns a named value of the query; empty where there is none.
pub fn query(name: &'static str) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let query = use_query_map();
    move || query.with(|query| query.get(name).unwrap_or_default())
}
