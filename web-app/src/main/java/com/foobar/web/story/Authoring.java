package com.foobar.web.story;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.markdown.Markdown;

/**
 * Writes stories. Each method that changes one throws {@link NoSuchStoryException} where there is none or a draft of someone else,
 * and {@link NotTheAuthorException} where it is another author's; a story is found by any address that it ever had.
 */
@Service
@Transactional
public class Authoring {

    private final StoryRepository repository;
    private final StoryQueries queries;
    private final Slugs slugs;
    private final StoryTags tags;
    private final Markdown markdown;
    private final Clock clock;

    Authoring(StoryRepository repository, StoryQueries queries, Slugs slugs, StoryTags tags, Markdown markdown,
            Clock clock) {
        this.repository = repository;
        this.queries = queries;
        this.slugs = slugs;
        this.tags = tags;
        this.markdown = markdown;
        this.clock = clock;
    }

    /**
     * Stores a new story.
     *
     * @param text
     *            valid
     * @param publish
     *            whether at once, or as a draft
     */
    public StoryView write(long author, StoryText text, boolean publish) {
        Instant now = now();
        Story story = new Story(author, now);
        change(story, text, publish, now);
        return stored(story);
    }

    /**
     * Changes a story.
     *
     * @param version
     *            the one that the change is based on
     * @param text
     *            valid
     * @param publish
     *            whether a draft is published with it; a published story stays so
     * @throws EditConflictException
     *             where the story has another version by now
     */
    public StoryView edit(long author, String slug, long version, StoryText text, boolean publish) {
        Story story = own(author, slug);
        check(story, version);
        change(story, text, publish, now());
        return stored(story);
    }

    /** Publishes a draft as it is; does nothing to a story that is published. */
    public StoryView publish(long author, String slug) {
        Story story = own(author, slug);
        story.publish(now());
        if (story.publishedAt() != null) {
            tags.publish(story.id(), story.publishedAt());
        }
        return stored(story);
    }

    /**
     * Deletes a story with its comments.
     *
     * @param version
     *            the one that must be the present one, or null where any may be deleted
     * @throws EditConflictException
     *             where the story has another version by now
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

    private void change(Story story, StoryText text, boolean publish, Instant now) {
        boolean needsSlug = story.slug().isEmpty() || !story.title().equals(text.title());
        boolean wasDraft = story.publishedAt() == null;
        story.write(text, markdown.excerpt(text.body()), now);
        if (publish) {
            story.publish(now);
        }
        repository.save(story);
        if (needsSlug) {
            rename(story, wasDraft);
        }
        tags.replace(story.id(), text.tags(), story.publishedAt());
    }

    private void rename(Story story, boolean wasDraft) {
        String former = story.slug();
        story.moveTo(slugs.claim(story.id(), story.title()));
        if (wasDraft && !former.isEmpty() && !former.equals(story.slug())) {
            slugs.release(former, story.id());
        }
    }

    private StoryView stored(Story story) {
        repository.saveAndFlush(story);
        return queries.byId(story.id());
    }

    /** As the columns keep it, so that a story reads the same now and later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
