package com.foobar.web.api;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.account.AuthorProfile;
import com.foobar.web.account.Profiles;
import com.foobar.web.paging.Page;
import com.foobar.web.problem.ProblemException;
import com.foobar.web.problem.ProblemType;
import com.foobar.web.story.Stories;
import com.foobar.web.story.StorySummary;

/** Serves authors and the stories that they have published. */
@RestController
@RequestMapping(path = "/api/v1/authors/{username}", produces = MediaType.APPLICATION_JSON_VALUE)
class AuthorApi {

    private final Profiles profiles;
    private final Stories stories;

    AuthorApi(Profiles profiles, Stories stories) {
        this.profiles = profiles;
        this.stories = stories;
    }

    /**
     * An author in responses, as all readers see the author.
     *
     * @param email null if the author gave none or hides it
     */
    record Author(String username, String displayName, String biography, @Nullable String email, Instant createdAt) {}

    @GetMapping
    ResponseEntity<Author> get(@PathVariable String username) {
        AuthorProfile author = author(username);
        return Responses
                .untagged(new Author(author.username(), author.displayName(), author.biography(), author.email(),
                        author.createdAt()));
    }

    @GetMapping("/stories")
    ResponseEntity<PageResponse<StoryResource>> stories(@PathVariable String username, PageQuery slice) {
        Page<StorySummary> page = stories.byAuthor(author(username).accountId(), slice.cursor(), slice.limit());
        return Responses.page(page, StoryResource::inList);
    }

    private AuthorProfile author(String username) {
        return profiles.author(username).orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no author of this name."));
    }
}
