package com.foobar.web.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import com.foobar.web.paging.Page;

/** The forms that answers have. */
final class Responses {

    /**
     * Kept by the client alone, and never used without asking whether it is still good: a viewer's answer is not
     * another's.
     */
    private static final CacheControl ASKED_FOR_AGAIN = CacheControl.noCache().cachePrivate();

    /** Of what has no entity tag to ask with. The web server before this instance compresses these answers alone. */
    private static final CacheControl NOT_KEPT = CacheControl.noStore();

    /** A header must not grow with what came in: of a longer address the next page is in the body alone. */
    private static final int LONGEST_LINK = 1_000;

    private Responses() {}

    static <T> ResponseEntity<T> untagged(T body) {
        return ResponseEntity.ok().cacheControl(NOT_KEPT).body(body);
    }

    /** A representation that has a version: Spring compares its tag with If-None-Match. */
    static <T> ResponseEntity<T> tagged(T body, String tag) {
        return ResponseEntity.ok().cacheControl(ASKED_FOR_AGAIN).eTag(tag).body(body);
    }

    /** What a client has replaced, which may have another address since. */
    static <T> ResponseEntity<T> replaced(String location, T body, String tag) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_LOCATION, location).cacheControl(ASKED_FOR_AGAIN)
                .eTag(tag).body(body);
    }

    static <T> ResponseEntity<T> created(String location, T body, String tag) {
        return ResponseEntity.created(URI.create(location)).cacheControl(ASKED_FOR_AGAIN).eTag(tag).body(body);
    }

    static <T> ResponseEntity<T> created(String location, T body) {
        return ResponseEntity.created(URI.create(location)).cacheControl(NOT_KEPT).body(body);
    }

    /** A page of a list, with a link to the next one (RFC 8288). */
    static <T, U> ResponseEntity<PageResponse<U>> page(Page<T> page, Function<? super T, U> item) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(NOT_KEPT);
        if (page.next() != null) {
            String next = next(page.next());
            if (next.length() <= LONGEST_LINK) {
                answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
            }
        }
        Page<U> shown = page.map(item);
        return answer.body(new PageResponse<>(shown.items(), shown.next()));
    }

    /** The address that was asked for with another cursor. Brackets may come without an escape, and may not go so. */
    private static String next(String cursor) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam(PageQuery.AFTER, UriUtils.encode(cursor, StandardCharsets.UTF_8)).build()
                .toUriString()
                .replace("[", "%5B").replace("]", "%5D");
    }

    static ResponseEntity<Void> moved(String location) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT).location(URI.create(location)).build();
    }

    static ResponseEntity<Void> done() {
        return ResponseEntity.noContent().build();
    }
}
