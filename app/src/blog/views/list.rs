//! How a list of posts looks.

use leptos::prelude::*;

use super::TeaserList;
use super::aside::AsideView;
use crate::blog::aside::Aside;
use crate::blog::types::PostList;
use crate::paths;
use crate::ui::{DarkHouse, Document, Light, Pagination};

/// Shows a page of a list: the posts, newest first, and links to the list's other pages.
pub(in crate::blog) fn list_page(list: PostList, aside: &Aside) -> Document {
    let PostList { kicker, title, tab_title, introduction, drawing, description, .. } = list;
    let PostList { address, posts, page, pages, year, .. } = list;
    let view = view! {
        <div class="wrap page blog">
            <div>
                <header class="list-head">
                    <div>
                        {(!kicker.is_empty()).then(|| view! {
                            <p class="kicker"><a href=paths::BLOG>"Blogg"</a> {format!(" · {kicker}")}</p>
                        })}
                        <h1>{title}</h1>
                        {(!introduction.is_empty()).then(|| view! { <p class="intro">{introduction}</p> })}
                    </div>
                    {drawing.map(|drawing| view! {
                        <img src=paths::drawing(drawing.name) alt="" width="240" height="160"/>
                    })}
                </header>
                {posts.is_empty().then(|| view! {
                    <DarkHouse light=Light::Window>
                        <p class="intro">"Här finns inga inlägg än. Titta gärna in igen."</p>
                        <p class="row"><a class="button" href=paths::CALENDAR>"Till kalendern"</a></p>
                    </DarkHouse>
                })}
                <TeaserList posts/>
                <Pagination page pages list=address/>
            </div>
            <AsideView aside year/>
        </div>
    };
    Document::new(tab_title, description, view)
}
