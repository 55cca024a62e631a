package com.foobar.web.story;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.idempotency.KeyReusedException;
import com.foobar.web.idempotency.Made;
import com.foobar.web.idempotency.RequestKey;
import com.foobar.web.idempotency.RequestKeys;
import com.foobar.web.paging.Cursor;
import com.foobar.web.paging.Page;

/**
 * The comments below published stories: anyone who is signed in writes them, their author edits and deletes them, the
 * story's author hides and shows them. Each method throws {@link NoSuchStoryException} where there is no such published
 * story, {@link NoSuchCommentException} where the story has no such comment that the account may see, and
 * {@link NotTheAuthorException} where the account may see but not change it.
 */
@Service
@Transactional
public class Comments {

    private static final String COLUMNS = """
            select c.id, c.body, c.created_at, c.edited_at, c.hidden, c.version,
              a.id as account_id, a.username, a.display_name
            from story_comment c left join account a on a.id = c.author_id
            """;

    private final CommentRepository repository;
    private final StoryQueries stories;
    private final RequestKeys keys;
    private final JdbcClient database;
    private final Clock clock;

    Comments(CommentRepository repository, StoryQueries stories, RequestKeys keys, JdbcClient database, Clock clock) {
        this.repository = repository;
        this.stories = stories;
        this.keys = keys;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The comments of a story, oldest first, without the hidden ones that an account may not see.
     *
     * @param viewer the account, or null
     * @param after where the page begins, or null
     */
    @Transactional(readOnly = true)
    public Page<CommentView> list(StorySummary story, @Nullable Long viewer, @Nullable Cursor after, int size) {
        List<CommentView> found = database.sql(COLUMNS + """
                join (
                  select id from story_comment
                  where story_id = :story and id > :after and (not hidden or author_id = :viewer or :moderates)
                  order by id limit :limit
                ) page on page.id = c.id
                order by c.id
                """).param("story", story.id()).param("after", after == null ? 0 : after.id()).param("viewer", viewer)
                .param("moderates", story.isBy(viewer)).param("limit", size + 1)
                .query((row, _) -> StoryRowMapper.comment(row)).list();
        return Page.of(found, size, comment -> new Cursor(comment.createdAt(), comment.id()));
    }

    /** A comment that an account may see. */
    @Transactional(readOnly = true)
    public CommentView find(String slug, long id, @Nullable Long viewer) {
        StorySummary story = story(slug);
        return database.sql(COLUMNS + "where c.id = :id and c.story_id = :story").param("id", id)
                .param("story", story.id()).query((row, _) -> StoryRowMapper.comment(row)).optional()
                .filter(comment -> !comment.hidden() || comment.isBy(viewer) || story.isBy(viewer))
                .orElseThrow(NoSuchCommentException::new);
    }

    /** Adds a valid comment. */
    public CommentView add(long author, String slug, CommentText text) {
        try {
            return stored(new Comment(story(slug).id(), author, text.body(), now()));
        } catch (DataIntegrityViolationException e) {
            // What it refers to is gone: its author deleted the story after it was looked at.
            throw new NoSuchStoryException();
        }
    }

    /**
     * Adds a valid comment, or finds the one that the same request added before.
     *
     * @param key the request's, or null where it has none
     * @throws CommentMadeException where the key has made a comment of another text
     * @throws KeyReusedException where the key has made something else, or a comment that is gone
     */
    public CommentView add(long author, @Nullable RequestKey key, String slug, CommentText text) {
        if (key == null) {
            return add(author, slug, text);
        }
        List<String> request = List.of(slug, text.body());
        return claimed(author, key, request).orElseGet(() -> {
            CommentView comment = add(author, slug, text);
            keys.made(author, key, request, new Made(Made.Kind.COMMENT, comment.id()));
            return comment;
        });
    }

    /**
     * The comment that the same request added before, waiting for one that is being added; the exceptions are those of
     * adding.
     */
    public Optional<CommentView> added(long author, @Nullable RequestKey key, String slug, CommentText text) {
        return key == null ? Optional.empty() : claimed(author, key, List.of(slug, text.body()));
    }

    private Optional<CommentView> claimed(long author, RequestKey key, List<String> request) {
        return claim(author, key, request)
                .map(made -> view(made.id()).orElseThrow(() -> new KeyReusedException(made)));
    }

    private Optional<Made> claim(long author, RequestKey key, List<String> request) {
        try {
            return keys.claim(author, key, Made.Kind.COMMENT, request);
        } catch (KeyReusedException e) {
            Made made = e.made();
            throw made.kind() == Made.Kind.COMMENT
                    ? view(made.id()).<KeyReusedException> map(comment -> new CommentMadeException(made, comment))
                            .orElse(e)
                    : e;
        }
    }

    /**
     * Changes a comment.
     *
     * @param version the one that the change is based on, or null where any may be changed
     * @param text valid
     * @throws CommentConflictException where the comment has another version by now
     */
    public CommentView edit(long author, String slug, long id, @Nullable Long version, CommentText text) {
        Comment comment = own(author, slug, id);
        if (version != null && comment.version() != version) {
            throw new CommentConflictException(latest(id));
        }
        comment.edit(text.body(), now());
        return stored(comment);
    }

    public void delete(long author, String slug, long id) {
        repository.delete(own(author, slug, id));
    }

    /**
     * Hides a comment from everyone but its author and the story's, who is the account that may do this, or shows it
     * again.
     */
    public CommentView hide(long account, String slug, long id, boolean hidden) {
        StorySummary story = story(slug);
        Comment comment = lock(story, id, account);
        if (!story.isBy(account)) {
            throw new NotTheAuthorException();
        }
        comment.hide(hidden);
        return stored(comment);
    }

    private Comment own(long author, String slug, long id) {
        Comment comment = lock(story(slug), id, author);
        if (!comment.isBy(author)) {
            throw new NotTheAuthorException();
        }
        return comment;
    }

    private Comment lock(StorySummary story, long id, long account) {
        return repository.lock(id, story.id())
                .filter(comment -> !comment.isHidden() || comment.isBy(account) || story.isBy(account))
                .orElseThrow(NoSuchCommentException::new);
    }

    private StorySummary story(String slug) {
        return stories.summaryBySlug(slug).filter(story -> !story.isDraft())
                .orElseThrow(NoSuchStoryException::new);
    }

    private CommentView stored(Comment comment) {
        repository.saveAndFlush(comment);
        return view(comment.id()).orElseThrow();
    }

    private Optional<CommentView> view(long id) {
        return one(COLUMNS + "where c.id = :id", id);
    }

    /** As it is: a read without a lock would show it as it was before this transaction waited for the other edit. */
    private CommentView latest(long id) {
        return one(COLUMNS + "where c.id = :id lock in share mode", id).orElseThrow();
    }

    private Optional<CommentView> one(String query, long id) {
        return database.sql(query).param("id", id).query((row, _) -> StoryRowMapper.comment(row)).optional();
    }

    /** As the columns keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
