package com.foobar.web.story;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.account.AccountGoneException;
import com.foobar.web.idempotency.KeyReusedException;
import com.foobar.web.idempotency.Made;
import com.foobar.web.idempotency.RequestKey;
import com.foobar.web.idempotency.RequestKeys;
import com.foobar.web.markdown.Markdown;
import com.foobar.web.search.TermIndex;

/**
 * Writes stories. Each method that changes a story throws {@link NotFoundException} if no story has the address or if
 * the story is a draft of another author, and {@link NotTheAuthorException} if it is a published story of another
 * author. A story is found by its present address and by each address that it had earlier.
 */
@Service
@Transactional
public class Authoring {

    private final StoryRepository repository;
    private final StoryQueries queries;
    private final Slugs slugs;
    private final StoryTags tags;
    private final RequestKeys keys;
    private final TermIndex terms;
    private final Markdown markdown;
    private final Clock clock;

    Authoring(StoryRepository repository, StoryQueries queries, Slugs slugs, StoryTags tags, RequestKeys keys,
            TermIndex terms, Markdown markdown, Clock clock) {
        this.repository = repository;
        this.queries = queries;
        this.slugs = slugs;
        this.tags = tags;
        this.keys = keys;
        this.terms = terms;
        this.markdown = markdown;
        this.clock = clock;
    }

    /**
     * Stores a new story.
     *
     * @param author the identifier of the author's account
     * @param text valid
     * @param publish true to publish the story at once, false to store it as a draft
     * @throws AccountGoneException if the account was deleted meanwhile
     */
    public StoryView write(long author, StoryText text, boolean publish) {
        return write(author, prepared(text), publish);
    }

    private StoryView write(long author, Prepared prepared, boolean publish) {
        Instant now = clock.instant();
        StoryRow draft = repository.insert(author, prepared.text(), prepared.excerpt(), now);
        return change(draft, publish ? draft.published(now) : draft, prepared);
    }

    /**
     * Stores a new story, or returns the story that the same request stored before.
     *
     * @param author the identifier of the author's account
     * @param key the request's key, or null if it has none
     * @param text valid
     * @param publish true to publish the story at once, false to store it as a draft
     * @throws StoryMadeException if an earlier request with this key stored a story with other content
     * @throws KeyReusedException if an earlier request with this key made something else, or a story that was deleted
     * @throws AccountGoneException if the account was deleted meanwhile
     */
    public StoryView write(long author, @Nullable RequestKey key, StoryText text, boolean publish) {
        if (key == null) {
            return write(author, text, publish);
        }
        List<String> request = request(text, publish);
        Prepared prepared = prepared(text);
        return claimed(author, key, request).orElseGet(() -> {
            StoryView story = write(author, prepared, publish);
            keys.made(author, key, request, new Made(Made.Kind.STORY, story.summary().id()));
            return story;
        });
    }

    /**
     * Returns the story that the same request stored before, or empty if there is none or the key is null. Waits while
     * a request with a key of the same account is being processed. Throws the same exceptions as
     * {@link #write(long, RequestKey, StoryText, boolean)}.
     */
    public Optional<StoryView> written(long author, @Nullable RequestKey key, StoryText text, boolean publish) {
        return key == null ? Optional.empty() : claimed(author, key, request(text, publish));
    }

    private static List<String> request(StoryText text, boolean publish) {
        return List.of(text.title(), text.body(), String.join(",", text.tags()), Boolean.toString(publish));
    }

    private Optional<StoryView> claimed(long author, RequestKey key, List<String> request) {
        return claim(author, key, request)
                .map(made -> queries.find(made.id()).orElseThrow(() -> new KeyReusedException(made)));
    }

    private Optional<Made> claim(long author, RequestKey key, List<String> request) {
        try {
            return keys.claim(author, key, Made.Kind.STORY, request);
        } catch (KeyReusedException e) {
            Made made = e.made();
            throw made.kind() == Made.Kind.STORY
                    ? queries.find(made.id()).<KeyReusedException> map(story -> new StoryMadeException(made, story))
                            .orElse(e)
                    : e;
        }
    }

    /**
     * Changes a story.
     *
     * @param author the account that changes it
     * @param slug the story's address
     * @param version the version that the change is based on
     * @param text valid
     * @param publish whether a draft is also published; a published story stays published
     * @throws EditConflictException if the story has another version by now
     */
    public StoryView edit(long author, String slug, long version, StoryText text, boolean publish) {
        Prepared prepared = prepared(text);
        StoryRow story = own(author, slug);
        check(story, version);
        Instant now = clock.instant();
        StoryRow written = story.written(text, prepared.excerpt(), now);
        return change(story, publish ? written.published(now) : written, prepared);
    }

    /** Publishes a draft with its present text. Does nothing if the story is already published. */
    public StoryView publish(long author, String slug) {
        StoryRow story = own(author, slug);
        if (story.publishedAt() != null) {
            return queries.byId(story.id());
        }
        Instant now = clock.instant();
        StoryRow named = named(story.published(now));
        tags.publish(story.id(), now);
        return stored(named, terms.terms(story.title(), story.body()));
    }

    /**
     * Returns an author's story if it is already published, so that publishing it would change nothing; otherwise
     * empty. Locks nothing.
     *
     * @throws NotTheAuthorException if it is a published story of another author
     */
    public Optional<StoryView> published(long author, String slug) {
        return queries.bySlug(slug).filter(story -> !story.summary().isDraft()).map(story -> {
            if (!story.summary().isBy(author)) {
                throw new NotTheAuthorException();
            }
            return story;
        });
    }

    /**
     * Deletes a story and its comments.
     *
     * @param version the version that the story must have, or null to delete any version
     * @throws EditConflictException if the story has another version by now
     */
    public void delete(long author, String slug, @Nullable Long version) {
        StoryRow story = own(author, slug);
        if (version != null) {
            check(story, version);
        }
        repository.delete(story);
    }

    private StoryRow own(long author, String slug) {
        StoryRow story = repository.lock(slug).orElseThrow(NotFoundException::story);
        if (story.isBy(author)) {
            return story;
        }
        throw story.publishedAt() == null ? NotFoundException.story() : new NotTheAuthorException();
    }

    private void check(StoryRow story, long version) {
        if (story.version() != version) {
            throw new EditConflictException(queries.byId(story.id()));
        }
    }

    /**
     * A text with its excerpt and its search terms. Both need the parsed Markdown, and parsing takes too long to be
     * done while rows are locked.
     */
    private record Prepared(StoryText text, String excerpt, String terms) {}

    private Prepared prepared(StoryText text) {
        return new Prepared(text, markdown.excerpt(text.body()), terms.terms(text.title(), text.body()));
    }

    private StoryView change(StoryRow before, StoryRow after, Prepared prepared) {
        boolean isNamed = before.publishedAt() != null && before.title().equals(after.title());
        StoryRow story = after.publishedAt() == null ? hidden(after) : isNamed ? after : named(after);
        tags.replace(story.id(), prepared.text().tags(), story.publishedAt());
        return stored(story, prepared.terms());
    }

    /**
     * Gives a published story an address made from its title. A draft gets no such address: if a story of another
     * author got the same title, that author could see that the address is taken, and so that the draft exists.
     */
    private StoryRow named(StoryRow story) {
        return story.movedTo(slugs.claim(story.id(), story.title()));
    }

    /**
     * Gives a draft an address that does not show its title. This includes a draft that an instance of an earlier
     * version stored under an address made from its title.
     */
    private StoryRow hidden(StoryRow story) {
        return Slug.isOfDraft(story.slug()) ? story : story.movedTo(slugs.claimForDraft(story.id()));
    }

    private StoryView stored(StoryRow story, String found) {
        repository.update(story);
        if (story.publishedAt() != null) {
            terms.write(story.id(), found);
        }
        return queries.byId(story.id());
    }
}
