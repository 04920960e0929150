vcl 4.1;

# Varnish (tested with 7.1) in front of Guldkorn: /etc/varnish/default.vcl. Put your own name for exempel\.se, and where Guldkorn
# answers for 127.0.0.1:3000. Start varnishd with -p http_gzip_support=off: Guldkorn compresses by itself, and brotli is smaller.
# TLS ends in front of Varnish (Caddy, nginx, hitch), which passes Host, X-Forwarded-Proto and X-Forwarded-For on.
#
# Guldkorn tells each Varnish of every change: GULDKORN_PURGE=http://10.0.0.2:6081/,http://10.0.0.3:6081/
# With that, a text that was withdrawn is gone at once; a door opens when the server's clock says so, also without.

import std;

backend guldkorn {
    .host = "127.0.0.1";
    .port = "3000";
    .connect_timeout = 2s;
    .first_byte_timeout = 240s;
}

# From where Guldkorn calls.
acl guldkorns_own {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    # Everything may have changed. What is named by a hash has not.
    if (req.method == "PURGE") {
        if (client.ip !~ guldkorns_own) {
            return (synth(405));
        }
        ban("obj.http.Cache-Control !~ immutable");
        return (synth(200));
    }

    # What visitors write into these must not decide what others get.
    unset req.http.Forwarded;
    unset req.http.X-Forwarded-Host;
    if (req.http.X-Forwarded-Proto != "https") {
        unset req.http.X-Forwarded-Proto;
    }

    # Nothing of the staff, of forms, of searches, of other names is looked up or stored.
    if ((req.method != "GET" && req.method != "HEAD")
        || req.url ~ "^/(admin|api|delad|lamna|healthz|readyz|metrics|sok|oembed|tillganglighet)([/?]|$)"
        || req.http.Authorization
        || req.http.Cookie ~ "(^|;\s*)(__Host-)?guldkorn"
        || req.http.Host !~ "^(www\.)?exempel\.se(:\d+)?$") {
        return (pass);
    }
    # Those of others mean nothing here.
    unset req.http.Cookie;

    # The three values of a query that pages and calendar files read, in one spelling. Old addresses of a site that has moved in have others.
    if (req.url ~ "\?") {
        if (req.url !~ "^/($|\?|(blogg|kalender|inlagg|etikett|roster|media|dokument|ljud|bild|farger|scener|amnen|fonts|pkg)([/?]|$))"
            || req.url ~ "^/\?(.*&)?(p|page_id|attachment_id|cat|m)=") {
            return (pass);
        }
        set req.http.X-Query = "";
        if (req.url ~ "[?&]sida=[1-9][0-9]{0,5}(&|$)") {
            set req.http.X-Query = "&" + regsub(req.url, "^[^?]*\?(?:.*?&)??(sida=[1-9][0-9]{0,5})(?:&.*)?$", "\1");
        }
        if (req.url ~ "[?&]vy=lista(&|$)") {
            set req.http.X-Query = req.http.X-Query + "&vy=lista";
        }
        if (req.url ~ "[?&]neutral=1(&|$)") {
            set req.http.X-Query = req.http.X-Query + "&neutral=1";
        }
        set req.url = regsub(req.url, "\?.*$", "") + regsub(req.http.X-Query, "^&", "?");
        unset req.http.X-Query;
    }

    # One of three.
    if (req.http.Accept-Encoding ~ "(?i)(^|[ ,])br($|[ ,;])" && req.http.Accept-Encoding !~ "(?i)br\s*;\s*q=0(\.0*)?\s*(,|$)") {
        set req.http.Accept-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "(?i)gzip" && req.http.Accept-Encoding !~ "(?i)gzip\s*;\s*q=0(\.0*)?\s*(,|$)") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }
    return (hash);
}

sub vcl_hash {
    # Answers over TLS have Strict-Transport-Security. Varnish adds address and host.
    hash_data(req.http.X-Forwarded-Proto);
}

sub vcl_backend_response {
    # Nothing is given for longer than the site says: no grace but the half of a lifetime below.
    set beresp.grace = 0s;
    if (bereq.uncacheable) {
        return (deliver);
    }
    if (beresp.http.Set-Cookie
        || beresp.http.Cache-Control ~ "(?i)(private|no-store)"
        || (!beresp.http.Surrogate-Lifetime && beresp.http.Cache-Control !~ "^public")) {
        set beresp.uncacheable = true;
        set beresp.ttl = 1s;
        return (deliver);
    }
    # To the millisecond, so that nobody gets past the cache in the last second before a door opens.
    if (beresp.http.Surrogate-Lifetime) {
        set beresp.ttl = std.duration(beresp.http.Surrogate-Lifetime, 0s) / 2;
        set beresp.grace = beresp.ttl;
        # Asked for anew with the address that it has, and answered in a few bytes where nothing has changed.
        set beresp.keep = 10m;
    }
    # A frame on another site says in seconds when it is to be loaded again.
    if (beresp.http.Refresh && beresp.ttl > 1s) {
        set beresp.ttl = 1s;
    }
    return (deliver);
}

sub vcl_deliver {
    unset resp.http.Surrogate-Lifetime;
    unset resp.http.CDN-Cache-Control;
    unset resp.http.X-Varnish;
    unset resp.http.Via;
}

sub vcl_backend_error {
    set beresp.http.Content-Type = "text/plain; charset=utf-8";
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Retry-After = "5";
    synthetic("Webbplatsen svarar inte just nu. Ladda om sidan om en stund.");
    return (deliver);
}
