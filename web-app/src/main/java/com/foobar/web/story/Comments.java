package com.foobar.web.story;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.account.AccountGoneException;
import com.foobar.web.idempotency.KeyReusedException;
import com.foobar.web.idempotency.Made;
import com.foobar.web.idempotency.RequestKey;
import com.foobar.web.idempotency.RequestKeys;
import com.foobar.web.paging.Cursor;
import com.foobar.web.paging.Page;

/**
 * The comments on published stories. Every signed-in account may add comments. A comment's author may edit and delete
 * it, and the story's author may hide it and show it again. A method throws {@link NotFoundException} if there is no
 * published story at the address or if the story has no such comment that the account may see, and
 * {@link NotTheAuthorException} if the account may see the comment but not change it.
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
     * Returns a page of a story's comments, oldest first, without the hidden comments that the reader may not see.
     *
     * @param viewer the reader's account, or null if the reader is not signed in
     * @param after the cursor after which the page begins, or null for the first page
     * @param size the most comments of the page
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

    /**
     * Returns a comment that the reader may see.
     *
     * @param viewer the reader's account, or null if the reader is not signed in
     */
    @Transactional(readOnly = true)
    public CommentView find(String slug, long id, @Nullable Long viewer) {
        StorySummary story = story(slug);
        return database.sql(COLUMNS + "where c.id = :id and c.story_id = :story").param("id", id)
                .param("story", story.id()).query((row, _) -> StoryRowMapper.comment(row)).optional()
                .filter(comment -> !comment.hidden() || comment.isBy(viewer) || story.isBy(viewer))
                .orElseThrow(NotFoundException::comment);
    }

    /**
     * Adds a comment.
     *
     * @param author the identifier of the author's account
     * @param slug the story's address
     * @param text valid
     * @throws AccountGoneException if the account was deleted meanwhile
     */
    public CommentView add(long author, String slug, CommentText text) {
        try {
            return stored(repository.insert(story(slug).id(), author, text.body(), clock.instant()));
        } catch (DataIntegrityViolationException e) {
            // The story was deleted after this transaction read it.
            throw NotFoundException.story();
        }
    }

    /**
     * Adds a comment, or returns the comment that the same request added before.
     *
     * @param author the identifier of the author's account
     * @param key the request's key, or null if it has none
     * @param slug the story's address
     * @param text valid
     * @throws CommentMadeException if an earlier request with this key added a comment with another text or to another
     *             address
     * @throws KeyReusedException if an earlier request with this key made something else, or a comment that was deleted
     * @throws AccountGoneException if the account was deleted meanwhile
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
     * Returns the comment that the same request added before, or empty if there is none or the key is null. Waits while
     * a request with a key of the same account is being processed. Throws the same exceptions as
     * {@link #add(long, RequestKey, String, CommentText)}.
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
     * @param author the account that changes it
     * @param slug the story's address
     * @param version the version that the change is based on, or null to change any version
     * @param text valid
     * @throws CommentConflictException if the comment has another version by now
     */
    public CommentView edit(long author, String slug, long id, @Nullable Long version, CommentText text) {
        CommentRow comment = own(author, slug, id);
        if (version != null && comment.version() != version) {
            throw new CommentConflictException(latest(id));
        }
        repository.edit(comment, text.body(), clock.instant());
        return stored(id);
    }

    /** Deletes a comment of this author. */
    public void delete(long author, String slug, long id) {
        repository.delete(own(author, slug, id));
    }

    /**
     * Hides a comment from everyone except the comment's author and the story's author, or shows it again. Only the
     * story's author may do this.
     *
     * @param account the account that hides or shows the comment
     * @param hidden true to hide the comment, false to show it
     */
    public CommentView hide(long account, String slug, long id, boolean hidden) {
        StorySummary story = story(slug);
        CommentRow comment = lock(story, id, account);
        if (!story.isBy(account)) {
            throw new NotTheAuthorException();
        }
        if (comment.hidden() != hidden) {
            repository.hide(comment, hidden);
        }
        return stored(id);
    }

    private CommentRow own(long author, String slug, long id) {
        CommentRow comment = lock(story(slug), id, author);
        if (!comment.isBy(author)) {
            throw new NotTheAuthorException();
        }
        return comment;
    }

    private CommentRow lock(StorySummary story, long id, long account) {
        return repository.lock(id, story.id())
                .filter(comment -> !comment.hidden() || comment.isBy(account) || story.isBy(account))
                .orElseThrow(NotFoundException::comment);
    }

    private StorySummary story(String slug) {
        return stories.summaryBySlug(slug).filter(story -> !story.isDraft())
                .orElseThrow(NotFoundException::story);
    }

    private CommentView stored(long id) {
        return view(id).orElseThrow();
    }

    private Optional<CommentView> view(long id) {
        return one(COLUMNS + "where c.id = :id", id);
    }

    /**
     * Returns the comment as it is now. The read takes a lock, because a read without a lock would return the data from
     * before this transaction waited for the other edit.
     */
    private CommentView latest(long id) {
        return one(COLUMNS + "where c.id = :id lock in share mode", id).orElseThrow();
    }

    private Optional<CommentView> one(String query, long id) {
        return database.sql(query).param("id", id).query((row, _) -> StoryRowMapper.comment(row)).optional();
    }
}
