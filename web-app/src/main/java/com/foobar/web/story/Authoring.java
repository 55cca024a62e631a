package com.foobar.web.story;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
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
 * Writes stories. Each method that changes one throws {@link NoSuchStoryException} where there is none or a draft of
 * someone else, and {@link NotTheAuthorException} where it is another author's; a story is found by any address that it
 * ever had.
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
     * @param text valid
     * @param publish whether at once, or as a draft
     */
    public StoryView write(long author, StoryText text, boolean publish) {
        return write(author, prepared(text), publish);
    }

    private StoryView write(long author, Prepared prepared, boolean publish) {
        Instant now = now();
        Story story = new Story(author, now);
        change(story, prepared, publish, now);
        return stored(story, prepared.terms());
    }

    /**
     * Stores a new story, or finds the one that the same request stored before.
     *
     * @param key the request's, or null where it has none
     * @param text valid
     * @param publish whether at once, or as a draft
     * @throws StoryMadeException where the key has made a story of another text
     * @throws KeyReusedException where the key has made something else, or a story that is gone
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
     * The story that the same request stored before, waiting for one that is being stored; the exceptions are those of
     * writing.
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
     * @param version the one that the change is based on
     * @param text valid
     * @param publish whether a draft is published with it; a published story stays so
     * @throws EditConflictException where the story has another version by now
     */
    public StoryView edit(long author, String slug, long version, StoryText text, boolean publish) {
        Prepared prepared = prepared(text);
        Story story = own(author, slug);
        check(story, version);
        change(story, prepared, publish, now());
        return stored(story, prepared.terms());
    }

    /** Publishes a draft as it is; does nothing to a story that is published. */
    public StoryView publish(long author, String slug) {
        Story story = own(author, slug);
        if (story.publishedAt() != null) {
            return queries.byId(story.id());
        }
        Instant now = now();
        story.publish(now);
        name(story);
        tags.publish(story.id(), now);
        return stored(story, terms.terms(story.title(), story.body()));
    }

    /** An author's story where it is published already, so that publishing it would change nothing; locks nothing. */
    public Optional<StoryView> published(long author, String slug) {
        return queries.bySlug(slug).filter(story -> !story.summary().isDraft()).map(story -> {
            if (!story.summary().isBy(author)) {
                throw new NotTheAuthorException();
            }
            return story;
        });
    }

    /**
     * Deletes a story with its comments.
     *
     * @param version the one that must be the present one, or null where any may be deleted
     * @throws EditConflictException where the story has another version by now
     */
    public void delete(long author, String slug, @Nullable Long version) {
        Story story = own(author, slug);
        if (version != null) {
            check(story, version);
        }
        repository.delete(story);
    }

    private Story own(long author, String slug) {
        Story story = repository.lock(slug).orElseThrow(NoSuchStoryException::new);
        if (story.isBy(author)) {
            return story;
        }
        throw story.publishedAt() == null ? new NoSuchStoryException() : new NotTheAuthorException();
    }

    private void check(Story story, long version) {
        if (story.version() != version) {
            throw new EditConflictException(queries.byId(story.id()));
        }
    }

    /** A text with what is made of its Markdown, which takes too long to be done while rows are locked. */
    private record Prepared(StoryText text, String excerpt, String terms) {}

    private Prepared prepared(StoryText text) {
        return new Prepared(text, markdown.excerpt(text.body()), terms.terms(text.title(), text.body()));
    }

    private void change(Story story, Prepared prepared, boolean publish, Instant now) {
        StoryText text = prepared.text();
        boolean wasPublished = story.publishedAt() != null;
        boolean retitled = !story.title().equals(text.title());
        story.write(text, prepared.excerpt(), now);
        if (publish) {
            story.publish(now);
        }
        save(story);
        if (story.publishedAt() == null) {
            hide(story);
        } else if (retitled || !wasPublished) {
            name(story);
        }
        tags.replace(story.id(), text.tags(), story.publishedAt());
    }

    private void save(Story story) {
        try {
            repository.save(story);
        } catch (DataIntegrityViolationException e) {
            // A new story refers to nothing but its author.
            throw new AccountGoneException();
        }
    }

    /**
     * A title makes an address no earlier than at its publication: what it collides with would tell others that it is
     * there.
     */
    private void name(Story story) {
        story.moveTo(slugs.claim(story.id(), story.title()));
    }

    /** Also a draft that an instance of an earlier version stored under an address made of its title. */
    private void hide(Story story) {
        if (!Slug.isOfDraft(story.slug())) {
            story.moveTo(slugs.claimForDraft(story.id()));
        }
    }

    private StoryView stored(Story story, String found) {
        repository.saveAndFlush(story);
        if (story.publishedAt() != null) {
            terms.write(story.id(), found);
        }
        return queries.byId(story.id());
    }

    /** As the columns keep it, so that a story reads the same now and later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
