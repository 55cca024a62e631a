package com.foobar.web.inputs;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static com.foobar.web.inputs.RawRequest.bytesOf;

/** The ways to change a request so that its endpoint does not expect it. */
enum Twist {

    METHOD {
        @Override
        void apply(RawRequest request, Endpoint endpoint, RandomGenerator random) {
            request.method = any(random, List.of("FOO", "TRACE", "PATCH", "OPTIONS", "HEAD", "get", "PROPFIND", "PUT",
                    "DELETE", "POST", "GET", "X-Y_Z"));
        }
    },
    PATH {
        @Override
        void apply(RawRequest request, Endpoint endpoint, RandomGenerator random) {
            String[] steps = request.path.split("/", -1);
            int step = Math.max(1, steps.length - 1 - random.nextInt(2));
            if (step < steps.length) {
                steps[step] = any(random, Odd.ADDRESSES);
            }
            request.path = String.join("/", steps);
        }
    },
    QUERY {
        @Override
        void apply(RawRequest request, Endpoint endpoint, RandomGenerator random) {
            String name = endpoint.fields().isEmpty() ? "after" : any(random, endpoint.fields());
            request.query = any(random, List.of(name + "=" + any(random, Odd.ADDRESSES), name + "=1&" + name + "=2",
                    any(random, Odd.FORMS), "after=" + any(random, Odd.ADDRESSES), "limit=" + any(random,
                            Odd.ADDRESSES)));
        }
    },
    HEADER {
        @Override
        void apply(RawRequest request, Endpoint endpoint, RandomGenerator random) {
            request.with(any(random, Odd.HEADERS), any(random, Odd.HEADER_VALUES));
        }
    },
    COOKIE {
        @Override
        void apply(RawRequest request, Endpoint endpoint, RandomGenerator random) {
            request.with("Cookie", any(random, Odd.COOKIES));
        }
    },
    CONTENT_TYPE {
        @Override
        void apply(RawRequest request, Endpoint endpoint, RandomGenerator random) {
            request.withBody(any(random, Odd.CONTENT_TYPES), request.body == null ? "a=b" : request.body);
        }
    },
    BODY {
        @Override
        void apply(RawRequest request, Endpoint endpoint, RandomGenerator random) {
            if (endpoint.takesJson()) {
                request.withBody("application/json", bytesOf(any(random, Odd.JSON)));
            } else {
                request.withBody("application/x-www-form-urlencoded", any(random, Odd.FORMS));
            }
        }
    },
    FIELD {
        @Override
        void apply(RawRequest request, Endpoint endpoint, RandomGenerator random) {
            if (request.body == null) {
                BODY.apply(request, endpoint, random);
            } else if (endpoint.takesJson()) {
                List<String> names = request.body.lines().filter(line -> line.contains("\" : ")).toList();
                if (!names.isEmpty()) {
                    String line = any(random, names);
                    request.body = request.body.replace(line, line.replaceFirst("\" : .*?(,?)$", "\" : " + bytesOf(any(
                            random, Odd.JSON_VALUES)).replace("\\", "\\\\") + "$1"));
                }
            } else {
                request.body = replaced(request.body, endpoint, random);
            }
        }

        private String replaced(String form, Endpoint endpoint, RandomGenerator random) {
            String name = endpoint.fields().isEmpty() ? "x" : any(random, endpoint.fields());
            return any(random, List.of("%s[x]=b&%s", "%s[9999999]=b&%s", "%s.class.x=1&%s", "%s[0].a=1&%s", "_%s=1&%s",
                    "!%s=1&%s", "%s[=1&%s", "%s]=1&%s", "%s[]=1&%s", "%s=" + any(random, Odd.ADDRESSES).replace("%",
                            "%%") + "&%s"))
                                    .formatted(name, form);
        }
    },
    BREAKS_OFF {
        @Override
        void apply(RawRequest request, Endpoint endpoint, RandomGenerator random) {
            if (request.body == null) {
                request.withBody("application/x-www-form-urlencoded", "a=b");
            }
            request.missing = 1 + random.nextInt(1_000);
        }
    };

    abstract void apply(RawRequest request, Endpoint endpoint, RandomGenerator random);

    private static String any(RandomGenerator random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Texts that a client may send in place of the expected ones. */
    private static final class Odd {

        static final List<String> ADDRESSES = List.of("%E6%95%B0", "%F0%9F%90%AC", "%ED%A0%80", "%C0%AF", "%FF",
                "%E2%80%AE", "%00", "%0A", "%25", "..", "%2e%2e", "%2F", "%5C", ";a=b", "99999999999999999999", "-1",
                "0", "1e5", "", "a".repeat(3_000), "%27%20or%201=1", "$%7Bx%7D", "*", "%u0041", "%zz", "%",
                "%E0%A4%A", "9223372036854775807", "-9223372036854775808", "2147483648", "AAAAAAAAAAAAAAAAAAAAAA",
                "__________________8", "%EF%BF%BF", "%CC%81".repeat(50), "K%E1%BA%9E", "%20", "true", "null", "NaN");

        static final List<String> FORMS = List.of("", "=b", "&&&", "=", "title", "%zz=1", "a=%", "a=%f", "%00=1",
                "a=%00", "a%FF=1", "[0]=1", ".=1", "a[b]=c", "a..b=1", "class.classLoader=1", "title[x]=b",
                "tags[9999999]=a", "body[['x']]=1", "title=" + "%20".repeat(50), "tags=" + "a,".repeat(1_200),
                IntStream.range(0, 1_500).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&")),
                "title=" + "a".repeat(200_000), "title=%ED%A0%80&body=%ED%A0%80", "version=99999999999999999999",
                "action=none&version=x", "title=%F0%9F&body=b");

        static final List<String> HEADERS = List.of("Accept", "Accept-Language", "Accept-Encoding", "Accept-Charset",
                "Authorization", "Content-Type", "Content-Encoding", "Origin", "Sec-Fetch-Site",
                "Access-Control-Request-Method", "If-Match", "If-None-Match", "If-Modified-Since",
                "If-Unmodified-Since", "Range", "If-Range", "X-Forwarded-For", "X-Forwarded-Proto",
                "X-Forwarded-Host", "X-Forwarded-Port", "Forwarded", "Via", "X-Request-ID", "traceparent",
                "tracestate", "baggage", "User-Agent", "Referer", "X-Database-Position", "HX-Request", "Upgrade",
                "X-HTTP-Method-Override", "Idempotency-Key", "X-Gateway-View", "Cookie", "Expect", "X");

        static final List<String> HEADER_VALUES = List.of("", ",", ";;;", bytesOf("iPhone Xʀ"), "\u0080\u009f\u00ff",
                "\u00ff".repeat(50), "a/b/c", "*/*;q=abc", "text/html;charset=nonsense", "*/json", "/",
                "application/json;charset=utf-16", "\"", "\"unclosed", "W/\"x", "Bearer", "Bearer \u0080", "bearer",
                "Basic !!!", "99999999999999999999", "-1", "null", "http://[", "http://a:b:c", "://", "foo:bar@",
                "bytes=0-", "bytes=9-1", "bytes=x", "bytes=" + "0-1,".repeat(500) + "0-1", "en;q=2;q=3", "en-" + "x-"
                        .repeat(500),
                "x".repeat(6_000), "00-0-0-00", "1, 2, 3", "1.2.3.4:99999", "[::1", "for=\"_x", "Thu, 99 Foo 2020",
                "%00", "\t", "*", "\"a\",\"b\",", "(x", "gzip", "identity;q=0, *;q=0", "cross-site", "\u00a0");

        static final List<String> COOKIES = List.of("__Host-session=\u0080", "__Host-session", "=x", "a=\"unclosed",
                "a=;".repeat(300), "__Host-position=x.y.z", "__Host-session=a; __Host-session=b", ";;;;",
                "$Version=1; a=b",
                "__Host-session=" + "x".repeat(43), "__Host-position=" + "A".repeat(2_000), "\u00ff=\u00ff", "a=b\tc",
                "__Host-session=\"\"", ",", "__Secure-device-1=x.y", "__Secure-device-=\u0080",
                "__Secure-device-99999999999999999999=1");

        static final List<String> CONTENT_TYPES = List.of("application/x-www-form-urlencoded;charset=nonsense",
                "application/x-www-form-urlencoded;charset=utf-16", "application/x-www-form-urlencoded;charset",
                "application/x-www-form-urlencoded;charset=%00", "multipart/form-data",
                "multipart/form-data; boundary=", "multipart/form-data; boundary=x", "multipart/mixed",
                "multipart/form-data; boundary=" + "x".repeat(500), "application/json",
                "application/json;charset=iso-8859-1", "application/json;charset=nonsense", "text/plain", "foo", ";;;",
                "application/xml", "*/*", "", "\u00ff", "application/json; x", "image/png");

        static final List<String> JSON = List.of("", "{", "[", "null", "1", "\"a\"", "true", "[]", "[".repeat(5_000),
                "{\"a\":".repeat(5_000), "\u00ff", "\uFEFF{}", "{\"title\":\"\\ud800\",\"body\":\"\\udc00\"}", "NaN",
                "1e999999", "{\"a\":1}{}", "{\"title\":1,\"title\":2}", "{'a':1}", "{\"title\":\"\u0000\"}",
                "{\"\":1}", "{\"title\":[[[1]]]}", "1".repeat(2_000), "{\"" + "x".repeat(60_000) + "\":1}", "\u0000{}",
                "\u0000\u0000\u0000{", "{\"class\":{\"classLoader\":1}}");

        static final List<String> JSON_VALUES = List.of("null", "1", "1.5", "1e400", "-1", "true", "\"\"", "[]", "{}",
                "\"\\u0000\"", "\"\\ud800\"", "\"\\u202e\"", "\"\\u200b\"", "[[1]]", "99999999999999999999", "\"数\"",
                "[null]", "[1,\"a\",{}]", "\"" + "a".repeat(60_000) + "\"", "[\"\\ud800\"]", "\"\\uffff\"",
                "1" + "0".repeat(1_100), "\"🐬\"");
    }
}
