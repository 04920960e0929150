//! The control of a setting, by the rule of its values.

use leptos::prelude::*;

use super::picture_field::picture_field;
use super::views::FormState;
use crate::admin::form_field::FormField;
use crate::site::sections::{Choices, Rule, SWITCH_ON};

/// What the palette shows as long as a colour has not been chosen: that of the site's header.
const STANDARD_COLOUR: &str = "#0e2433";
/// Texts longer than this get several lines.
const LONG_TEXT: usize = 100;

/// Finishes a field with the control that suits its rule.
pub(super) fn control(field: FormField, rule: Rule, form: &FormState<'_>) -> AnyView {
    match rule {
        Rule::Text(most) if most > LONG_TEXT => field.lines(3),
        Rule::Lines(_) => field.lines(12),
        Rule::Origins => field.lines(6),
        Rule::Switch => field.tick(SWITCH_ON),
        Rule::Colour => field.colour(STANDARD_COLOUR),
        Rule::Choice(choices) => field.choice(choices.iter().copied()),
        Rule::Picture(at) => picture_field(field, at, form),
        Rule::TimeZone => field.time_zone(),
        rule => field.list(Choices::list_id(rule)).line(input_type(rule)),
    }
}

const fn input_type(rule: Rule) -> &'static str {
    match rule {
        Rule::Email => "email",
        Rule::Phone | Rule::NeededPhone => "tel",
        Rule::Address | Rule::Elsewhere => "url",
        Rule::Day | Rule::AnyDay => "date",
        _ => "text",
    }
}
