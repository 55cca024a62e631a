package com.foobar.web.inputs;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

import tools.jackson.databind.json.JsonMapper;

import com.foobar.web.Site;
import com.foobar.web.account.Accounts;
import com.foobar.web.account.Scope;
import com.foobar.web.account.SessionCookie;
import com.foobar.web.account.Sessions;
import com.foobar.web.account.TokenRequest;
import com.foobar.web.account.Viewer;

/** The callers of the endpoints: a user with an account and a published story, and a caller without an account. */
final class Caller {

    private static final int OK = 200;

    private final Site site;
    private String cookie = "none=none";
    private String token = "";
    private String slug = "";
    private String comment = "";

    Caller(Site site) {
        this.site = site;
    }

    /** The identity that a request claims. */
    enum Kind {
        NOBODY, SESSION, TOKEN
    }

    /** Creates the session, story and comment again if earlier requests have ended or deleted them. */
    void settle() {
        if (site.get("/settings/sessions", "Cookie", cookie).statusCode() != OK) {
            cookie = site.signUp();
            String session = cookie.substring(SessionCookie.NAME.length() + 1);
            Viewer viewer = site.bean(Sessions.class).find(session).orElseThrow();
            token = site.bean(Accounts.class).makeToken(viewer, Site.PASSWORD,
                    new TokenRequest("inputs", TokenRequest.USUAL, EnumSet.allOf(Scope.class))).token();
        }
        if (site.get("/api/v1/stories/" + slug + "/comments/" + comment).statusCode() != OK) {
            HttpResponse<String> story = site.submit("/stories", cookie,
                    Map.of("title", "Of inputs", "body", "A body."));
            slug = story.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
            site.submit("/stories/" + slug + "/comments", cookie, Map.of("body", "A comment."));
            comment = Objects.requireNonNull(JsonMapper.shared()
                    .readTree(site.get("/api/v1/stories/" + slug + "/comments", "Cookie", cookie).body())
                    .at("/items/0/id")).asString();
        }
    }

    RawRequest authorize(RawRequest request, Kind kind) {
        return switch (kind) {
            case NOBODY -> request;
            case SESSION -> request.with("Cookie", cookie);
            case TOKEN -> request.with("Authorization", "Bearer " + token);
        };
    }

    /**
     * Returns a random address of the range for benchmarks (RFC 2544), because the number of requests from one address
     * is limited.
     */
    static String someAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "198.19.%d.%d".formatted(random.nextInt(256), random.nextInt(256));
    }

    /** Returns the value for a variable of an address. */
    String addressOf(String variable) {
        return switch (variable) {
            case "slug" -> slug;
            case "comment", "id" -> comment;
            case "tag" -> "java";
            case "username" -> "nobody";
            default -> "1";
        };
    }
}
