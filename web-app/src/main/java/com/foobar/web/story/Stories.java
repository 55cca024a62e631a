package com.foobar.web.story;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.paging.Cursor;
import com.foobar.web.paging.Page;

/**
 * Finds and lists stories. A list begins after its cursor, or at the start if the cursor is null; a size is the most
 * items of a page.
 */
@Service
@Transactional(readOnly = true)
public class Stories {

    private final StoryQueries queries;

    Stories(StoryQueries queries) {
        this.queries = queries;
    }

    /**
     * Returns the story that has an address now or had it earlier. In the second case, the story's {@code slug} differs
     * from the given one.
     *
     * @param viewer the reader's account, which sees its own drafts; null if the reader is not signed in
     * @throws NotFoundException if there is no such story, or if it is a draft of another author
     */
    public StoryView find(String slug, @Nullable Long viewer) {
        return queries.bySlug(slug).filter(story -> !story.summary().isDraft() || story.summary().isBy(viewer))
                .orElseThrow(NotFoundException::story);
    }

    /**
     * Returns a story that an account wants to change.
     *
     * @throws NotFoundException if there is no such story, or if it is a draft of another author
     * @throws NotTheAuthorException if it is a published story of another author
     */
    public StoryView findOwn(String slug, long author) {
        StoryView story = find(slug, author);
        if (!story.summary().isBy(author)) {
            throw new NotTheAuthorException();
        }
        return story;
    }

    /** Returns a page of the published stories, newest first. */
    public Page<StorySummary> newest(@Nullable Cursor after, int size) {
        return page(queries.newest(after, size + 1), size);
    }

    /**
     * Returns a page of the published stories that have a tag, newest first. The tag may be written in upper or lower
     * case.
     */
    public Page<StorySummary> byTag(String tag, @Nullable Cursor after, int size) {
        return page(queries.byTag(StoryText.tag(tag), after, size + 1), size);
    }

    /** Returns a page of the published stories of an account, newest first. */
    public Page<StorySummary> byAuthor(long accountId, @Nullable Cursor after, int size) {
        return page(queries.byAuthor(accountId, after, size + 1), size);
    }

    /** Returns a page of the drafts of an account; the draft that was begun last comes first. */
    public Page<StorySummary> drafts(long accountId, @Nullable Cursor after, int size) {
        return Page.of(queries.drafts(accountId, after, size + 1), size, story -> new Cursor(story.createdAt(), story
                .id()));
    }

    /** Returns the stories with their bodies, in the same order, without stories that were deleted meanwhile. */
    public List<StoryView> withBodies(List<StorySummary> summaries) {
        if (summaries.isEmpty()) {
            return List.of();
        }
        Map<Long, String> bodies = queries.bodies(summaries.stream().map(StorySummary::id).toList());
        return summaries.stream().filter(summary -> bodies.containsKey(summary.id()))
                .map(summary -> new StoryView(summary, bodies.getOrDefault(summary.id(), ""))).toList();
    }

    /** Returns the addresses of the published stories whose identifiers are from first to last, both included. */
    public List<StoryAddress> addresses(long first, long last) {
        return queries.addresses(first, last);
    }

    /** Returns the highest identifier of a story, or 0 if there is no story. */
    public long lastId() {
        return queries.lastId();
    }

    private static Page<StorySummary> page(List<StorySummary> found, int size) {
        return Page.of(found, size, story -> new Cursor(Objects.requireNonNull(story.publishedAt()), story.id()));
    }
}
