"""Checks the feeds, calendars, sitemap and manifest of a running demo site with independent parsers."""

import json
import sys
from datetime import datetime, timedelta, timezone
from struct import unpack
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import feedparser
import icalendar

SITE = sys.argv[1]
EDITIONS = ("2025", "2026")
# The demo's clock, as run.mjs sets it.
NOW = datetime(2026, 12, 20, 9, tzinfo=timezone.utc)


def fetch(path):
    """Returns body and headers, and fails on any status but 200."""
    url = path if path.startswith(SITE) else SITE + path
    with urlopen(Request(url, headers={"Accept-Encoding": "identity"}), timeout=20) as response:
        return response.read(), dict(response.headers)


def is_there(path):
    try:
        fetch(path)
    except HTTPError as problem:
        raise AssertionError(f"{path} responds {problem.code}") from problem


def sitemap():
    body, _ = fetch("/sitemap.xml")
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = ElementTree.fromstring(body).findall("s:url", names)
    pages = [url.findtext("s:loc", namespaces=names) for url in urls]
    assert len(pages) == len(set(pages)) > 60, len(pages)
    for page in pages:
        body, headers = fetch(page)
        assert f'<link rel="canonical" href="{page}">'.encode() in body, f"{page} has another address"
        check_image(page, body)
    for url in urls:
        changed = url.findtext("s:lastmod", namespaces=names)
        assert changed is None or datetime.fromisoformat(changed) <= NOW, changed
    return pages


def check_image(page, body):
    start = b'<meta property="og:image" content="'
    assert body.count(start) == 1, page
    address = body.split(start)[1].split(b'"')[0].decode()
    if "/bild/" in address:
        picture, headers = fetch(address)
        assert picture_size(picture, headers["content-type"]) == (1200, 630), address


def picture_size(picture, content_type):
    """Width and height of a drawn picture, which is a PNG, or of one with a photograph, which is a JPEG."""
    if content_type == "image/png":
        return unpack(">II", picture[16:24])
    assert content_type == "image/jpeg" and picture.startswith(b"\xff\xd8"), content_type
    at = 2
    # Segment by segment to the frame header (ITU-T T.81, B.2.2), which gives height before width.
    while picture[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + unpack(">H", picture[at + 2 : at + 4])[0]
    return unpack(">HH", picture[at + 5 : at + 9])[::-1]


def feed(path, version):
    body, headers = fetch(path)
    parsed = feedparser.parse(body, response_headers={**headers, "content-location": SITE + path})
    assert not parsed.bozo, f"{path}: {parsed.get('bozo_exception')}"
    assert parsed.version == version, parsed.version
    assert parsed.feed.title and parsed.feed.link.startswith(SITE), path
    assert any(link.rel == "self" and link.href == SITE + path for link in parsed.feed.links), path
    assert 0 < len(parsed.entries) <= 20, f"{path}: {len(parsed.entries)} entries"
    names = [entry.id for entry in parsed.entries]
    assert len(set(names)) == len(names) and all(name.startswith("urn:uuid:") for name in names), path
    times = [entry.published_parsed for entry in parsed.entries]
    assert times == sorted(times, reverse=True) and datetime(*times[0][:6], tzinfo=timezone.utc) <= NOW, path
    for entry in parsed.entries:
        is_there(entry.link)
        html = "".join(part.value for part in entry.get("content", []))
        assert bool(html) == bool(entry.get("summary")), f"{entry.link}: a text and its summary, or neither"
        assert 'href="/' not in html and 'src="/' not in html, f"{entry.link} has a link that leads nowhere"
    return parsed


def feeds(pages):
    atom, rss = feed("/feed.xml", "atom10"), feed("/rss.xml", "rss20")
    body, headers = fetch("/feed.json")
    assert headers["content-type"].startswith("application/feed+json")
    items = json.loads(body)
    assert items["version"] == "https://jsonfeed.org/version/1.1" and items["feed_url"] == SITE + "/feed.json"
    for item in items["items"]:
        assert item["content_html" if "summary" in item else "content_text"], item["url"]
    ids = [[entry.id for entry in parsed.entries] for parsed in (atom, rss)]
    assert ids[0] == ids[1] == [item["id"] for item in items["items"]]
    assert len(ids[0]) == 20, "the demo has more"
    tags = [page.removeprefix(SITE) for page in pages if "/etikett/" in page]
    assert len(tags) > 5, tags
    for path in [f"{tag}/feed.xml" for tag in tags] + [f"/kalender/{edition}/feed.xml" for edition in EDITIONS]:
        feed(path, "atom10")
    return 3 + len(tags) + len(EDITIONS)


def calendar(edition, neutral):
    body, headers = fetch(f"/kalender/{edition}.ics" + ("?neutral=1" if neutral else ""))
    assert headers["content-type"] == "text/calendar; charset=utf-8"
    parsed = icalendar.Calendar.from_ical(body)
    assert not parsed.errors and parsed.get("X-WR-CALNAME") == parsed.get("NAME"), parsed.errors
    (zone,) = parsed.walk("VTIMEZONE")
    own, known = zone.to_tz(), ZoneInfo("Europe/Stockholm")
    events = parsed.walk("VEVENT")
    assert len(events) == 24 and len({event["UID"] for event in events}) == 24
    for day, event in enumerate(events, 1):
        assert not event.errors, event.errors
        wall = datetime(int(edition), 12, day, 8)
        start = event.decoded("DTSTART")
        assert start.astimezone(timezone.utc) == wall.replace(tzinfo=known).astimezone(timezone.utc), start
        assert wall.replace(tzinfo=own).utcoffset() == timedelta(hours=1), "by the file's own rules"
        assert str(event["SUMMARY"]) == ("Påminnelse" if neutral else f"Lucka {day} är öppen")
        assert ("URL" in event) != neutral
        (alarm,) = event.walk("VALARM")
        assert not alarm.errors and alarm["DESCRIPTION"] == event["SUMMARY"], "it says nothing more"
        assert alarm["ACTION"] == "DISPLAY" and alarm.decoded("TRIGGER") == timedelta(0)
        assert event["SEQUENCE"] == 0 and event.decoded("LAST-MODIFIED") == event.decoded("DTSTAMP")
    if neutral:
        text = body.decode().lower()
        assert not any(word in text for word in ("lucka", "guldkorn", "mia", "http")), "a neutral file names the site"
    # Folded at 75 octets, ended by CRLF.
    assert all(len(line) <= 75 and b"\n" not in line for line in body.split(b"\r\n"))


def robots(pages):
    parser = RobotFileParser(SITE + "/robots.txt")
    parser.read()
    assert parser.site_maps() == [SITE + "/sitemap.xml"]
    assert all(parser.can_fetch("*", page) for page in pages)
    assert not any(parser.can_fetch("*", SITE + path) for path in ("/admin", "/sok?q=mod", "/api/site/start"))


def manifest():
    body, headers = fetch("/manifest.webmanifest")
    assert headers["content-type"] == "application/manifest+json"
    for icon in json.loads(body)["icons"]:
        is_there(icon["src"])


def main():
    pages = sitemap()
    count = feeds(pages)
    for edition in EDITIONS:
        for neutral in (False, True):
            calendar(edition, neutral)
    robots(pages)
    manifest()
    print(f"Parsed: {len(pages)} pages of the sitemap, {count} feeds, {len(EDITIONS) * 2} calendars. All well.")


if __name__ == "__main__":
    main()
