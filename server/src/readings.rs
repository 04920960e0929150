//! What is a reading: a page with a text that somebody got who may be a person.
//!
//! Counted are pages from the router and those that are given again by the front, what the client fetches (`site/read`,
//! `calendar/door`), and a `304`: the reader looked at the page again. Never counted, since they come another way: a `HEAD`, an
//! error, a page of somebody who is logged in, a preview, a frame on another site, and what the program asks itself. This
//! file says who else is no reader. It is asked at every page that is given again, so it looks once and keeps nothing.

use http::{HeaderMap, HeaderName, header};

/// By what browsers say that they fetch a page before anybody wants it. The first is the standard's, the others are of
/// browsers that came before it.
const PREFETCH: [(HeaderName, &[u8]); 3] = [
    (HeaderName::from_static("sec-purpose"), b"prefetch"),
    (HeaderName::from_static("purpose"), b"prefetch"),
    (HeaderName::from_static("x-moz"), b"prefetch"),
];

/// Returns whether a request may be a person's who reads: not fetched ahead, and not by a program that says so.
pub(crate) fn is_reader(headers: &HeaderMap) -> bool {
    let agent = headers.get(header::USER_AGENT).map_or(&[][..], |agent| agent.as_bytes());
    let is_ahead = PREFETCH
        .iter()
        .any(|(name, begin)| headers.get(name).is_some_and(|value| value.as_bytes().starts_with(begin)));
    !is_ahead && !agent.is_empty() && !is_program(agent)
}

/// Returns whether a `User-Agent` has one of the words by which programs name themselves, in large letters or small. Most that
/// search or copy the web say `bot`, or where one can read about them: `http`.
fn is_program(agent: &[u8]) -> bool {
    (0..agent.len()).any(|at| {
        let words: &[&[u8]] = match agent[at].to_ascii_lowercase() {
            b'b' => &[b"bot"],
            b'c' => &[b"crawl", b"curl"],
            b'f' => &[b"feed", b"fetch"],
            b'h' => &[b"headless", b"http"],
            b'l' => &[b"lighthouse"],
            b'm' => &[b"monitor"],
            b'p' => &[b"preview", b"python"],
            b's' => &[b"scan", b"scrape", b"slurp", b"spider"],
            b'w' => &[b"wget", b"whatsapp"],
            _ => &[],
        };
        let rest = &agent[at..];
        words.iter().any(|word| rest.get(..word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word)))
    })
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn reads(agent: &'static str, others: &[(&'static str, &'static str)]) -> bool {
        let others = others.iter().copied().chain([("user-agent", agent)]);
        is_reader(
            &others
                .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
                .collect(),
        )
    }

    const PEOPLE: [&str; 6] = [
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
        "Lynx/2.9.2 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/3.3.2",
        "w3m/0.5.3+git20230121",
    ];

    const PROGRAMS: [&str; 11] = [
        "",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0.0.0 Safari/537.36",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "Mozilla/5.0 (compatible; YANDEXBOT/3.0)",
        "curl/8.5.0",
        "python-requests/2.32.3",
        "Go-http-client/1.1",
        "WhatsApp/2.23.20.0",
        "Baiduspider",
    ];

    #[test]
    fn people_read_and_programs_do_not() {
        for agent in PEOPLE {
            assert!(reads(agent, &[]), "{agent}");
        }
        for agent in PROGRAMS {
            assert!(!reads(agent, &[]), "{agent}");
        }
        assert!(!is_reader(&HeaderMap::new()));
    }

    #[test]
    fn what_is_fetched_ahead_is_not_read() {
        for (name, value) in [
            ("sec-purpose", "prefetch"),
            ("sec-purpose", "prefetch;prerender"),
            ("purpose", "prefetch"),
            ("x-moz", "prefetch"),
        ] {
            assert!(!reads(PEOPLE[0], &[(name, value)]), "{name}: {value}");
        }
        assert!(reads(PEOPLE[0], &[("sec-purpose", "")]));
    }
}
