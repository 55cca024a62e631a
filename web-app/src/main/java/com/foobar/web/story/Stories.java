package com.foobar.web.story;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.paging.Cursor;
import com.foobar.web.paging.Page;

/** Finds and lists stories. Each list begins behind a cursor, or at its start where that is null. */
@Service
@Transactional(readOnly = true)
public class Stories {

    private final StoryQueries queries;

    Stories(StoryQueries queries) {
        this.queries = queries;
    }

    /**
     * The story that has an address, or had it: then its present one differs.
     *
     * @param viewer the account that sees its own drafts, or null
     * @throws NoSuchStoryException where there is none, or a draft of someone else
     */
    public StoryView find(String slug, @Nullable Long viewer) {
        return queries.bySlug(slug).filter(story -> !story.summary().isDraft() || story.summary().isBy(viewer))
                .orElseThrow(NoSuchStoryException::new);
    }

    /**
     * A story that an account wants to change.
     *
     * @throws NoSuchStoryException where there is none, or a draft of someone else
     * @throws NotTheAuthorException where it is someone else's
     */
    public StoryView findOwn(String slug, long author) {
        StoryView story = find(slug, author);
        if (!story.summary().isBy(author)) {
            throw new NotTheAuthorException();
        }
        return story;
    }

    /** The published stories, newest first. */
    public Page<StorySummary> newest(@Nullable Cursor after, int size) {
        return page(queries.newest(after, size + 1), size);
    }

    /** The published stories that have a tag, newest first. */
    public Page<StorySummary> byTag(String tag, @Nullable Cursor after, int size) {
        return page(queries.byTag(StoryText.tag(tag), after, size + 1), size);
    }

    /** The published stories of an account, newest first. */
    public Page<StorySummary> byAuthor(long accountId, @Nullable Cursor after, int size) {
        return page(queries.byAuthor(accountId, after, size + 1), size);
    }

    /** The drafts of an account, those begun last first. */
    public Page<StorySummary> drafts(long accountId, @Nullable Cursor after, int size) {
        return Page.of(queries.drafts(accountId, after, size + 1), size, story -> new Cursor(story.createdAt(), story
                .id()));
    }

    /** Stories with their bodies; one that was deleted meanwhile is left out. */
    public List<StoryView> withBodies(List<StorySummary> summaries) {
        if (summaries.isEmpty()) {
            return List.of();
        }
        Map<Long, String> bodies = queries.bodies(summaries.stream().map(StorySummary::id).toList());
        return summaries.stream().filter(summary -> bodies.containsKey(summary.id()))
                .map(summary -> new StoryView(summary, bodies.getOrDefault(summary.id(), ""))).toList();
    }

    /** The addresses of the published stories whose identifiers are in a range. */
    public List<StoryAddress> addresses(long first, long last) {
        return queries.addresses(first, last);
    }

    /** The highest identifier of a story, or 0 where there is none. */
    public long lastId() {
        return queries.lastId();
    }

    private static Page<StorySummary> page(List<StorySummary> found, int size) {
        return Page.of(found, size, story -> new Cursor(Objects.requireNonNull(story.publishedAt()), story.id()));
    }
}
