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

/** Builds the responses of the API. */
final class Responses {

    /**
     * For responses with an entity tag. Only the client may store such a response, and must revalidate it before each
     * use, because the response to one viewer is not for another viewer.
     */
    private static final CacheControl ASKED_FOR_AGAIN = CacheControl.noCache().cachePrivate();

    /**
     * For responses without an entity tag, which cannot be revalidated. The web server in front of this instance
     * compresses only these responses of the API.
     */
    private static final CacheControl NOT_KEPT = CacheControl.noStore();

    /**
     * The longest address in a Link header, so that a request cannot make the header large. For a longer address, only
     * the body has the cursor of the next page.
     */
    private static final int LONGEST_LINK = 1_000;

    private Responses() {}

    static <T> ResponseEntity<T> untagged(T body) {
        return ResponseEntity.ok().cacheControl(NOT_KEPT).body(body);
    }

    /** Responds with a representation that has an entity tag, which Spring compares with If-None-Match. */
    static <T> ResponseEntity<T> tagged(T body, String tag) {
        return ResponseEntity.ok().cacheControl(ASKED_FOR_AGAIN).eTag(tag).body(body);
    }

    /**
     * Responds with what the client has replaced. Content-Location has its present address, which may differ from the
     * address of the request.
     */
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

    /** Responds with a page of a list, and with a link to the next page (RFC 8288). */
    static <T, U> ResponseEntity<PageResponse<U>> page(Page<T> page, Function<? super T, U> item) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok().cacheControl(NOT_KEPT);
        if (page.next() != null) {
            String next = next(page.next());
            if (next.length() <= LONGEST_LINK) {
                response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
            }
        }
        Page<U> shown = page.map(item);
        return response.body(new PageResponse<>(shown.items(), shown.next()));
    }

    /**
     * Returns the request's address with another cursor. Clients may send brackets without escaping them, but in the
     * header they must be escaped.
     */
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
