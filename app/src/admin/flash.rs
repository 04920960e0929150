//! Flashes on admin pages.

use leptos::prelude::*;

pub(super) use crate::staff::flash::{Flash, redirect_with_flash, take_flash};

impl<T> Flash<T> {
    /// Shows the flash at the head of its page. It takes the focus: the page was loaded because of it. `next_step` stands
    /// below the message.
    pub(super) fn notice(&self, next_step: Option<AnyView>) -> AnyView {
        let message = (!self.message.is_empty()).then(|| view! { <p>{self.message.clone()}</p> });
        if !self.is_error {
            let flash = message.is_some().then(|| {
                view! { <div class="notice" data-kind="done" role="status" tabindex="-1" autofocus=true>{message}{next_step}</div> }
            });
            return flash.into_any();
        }
        let links = self.errors.iter().map(|(field, message)| {
            view! { <li><a href=format!("#{field}")>{message.to_owned()}</a></li> }
        });
        let links = links.collect_view();
        let links = (!self.errors.is_empty()).then(|| {
            view! { <p><b>"Inget är sparat än."</b></p> <ul>{links}</ul> }
        });
        view! {
            <div class="notice" data-kind="error" role="alert" tabindex="-1" autofocus=true>
                {message}
                {links}
                {next_step}
            </div>
        }
        .into_any()
    }
}
