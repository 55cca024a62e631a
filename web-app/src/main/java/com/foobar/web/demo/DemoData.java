package com.foobar.web.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.account.Preferences;
import com.foobar.web.demo.DemoContent.Author;
import com.foobar.web.demo.DemoContent.Entry;
import com.foobar.web.demo.DemoContent.Reply;
import com.foobar.web.markdown.Markdown;
import com.foobar.web.search.TermIndex;
import com.foobar.web.sql.SqlTimes;
import com.foobar.web.sql.Statements;

/**
 * Writes the demo content into the tables directly, because the site's own services would not accept times in the past.
 * Two instances may do this at the same time: usernames are unique, so that one of the two transactions fails as a
 * whole.
 */
@Component
class DemoData {

    /** No password has this hash. */
    private static final String NO_PASSWORD = "{noop-never}";

    private final JdbcClient database;
    private final TermIndex terms;
    private final Markdown markdown;
    private final Clock clock;

    DemoData(JdbcClient database, TermIndex terms, Markdown markdown, Clock clock) {
        this.database = database;
        this.terms = terms;
        this.markdown = markdown;
        this.clock = clock;
    }

    /**
     * Fills a database that has no accounts.
     *
     * @return false if the database has accounts and was left as it is
     */
    @Transactional
    boolean fill(DemoContent content) {
        if (database.sql("select exists (select 1 from account)").query(Boolean.class).single()) {
            return false;
        }
        Instant now = clock.instant();
        Map<String, Long> authors = new HashMap<>();
        Instant joined = now.minus(content.stories().getLast().age()).minusSeconds(1);
        content.authors().forEach(author -> authors.put(author.username(), insert(author, joined)));
        // The oldest story first, so that identifiers grow with time, as they do on a real site.
        content.stories().reversed().forEach(entry -> insert(entry, now.minus(entry.age()), authors));
        return true;
    }

    private long insert(Author author, Instant joined) {
        return Statements.insert(database.sql("""
                insert into account (username, password_hash, display_name, biography, email, email_visible, theme,
                  time_zone, page_size, created_at, version)
                values (:username, :password, :name, :biography, '', false, :theme, :zone, :pageSize, :joined, 0)""")
                .param("username", author.username()).param("password", NO_PASSWORD).param("name", author.name())
                .param("biography", author.biography()).param("theme", Preferences.DEFAULT.theme().code())
                .param("zone", author.timeZone().getId()).param("pageSize", Preferences.DEFAULT.pageSize())
                .param("joined", SqlTimes.column(joined)));
    }

    private void insert(Entry entry, Instant published, Map<String, Long> authors) {
        String slug = slug(entry.title());
        LocalDateTime at = SqlTimes.column(published);
        long story = Statements.insert(database.sql("""
                insert into story (author_id, title, slug, body, excerpt, created_at, updated_at, published_at, version)
                values (:author, :title, :slug, :body, :excerpt, :at, :at, :at, 0)""")
                .param("author", id(authors, entry.author())).param("title", entry.title()).param("slug", slug)
                .param("body", entry.body()).param("excerpt", markdown.excerpt(entry.body())).param("at", at));
        database.sql("insert into story_slug (slug, story_id) values (:slug, :story)").param("slug", slug)
                .param("story", story).update();
        entry.tags().forEach(tag -> database
                .sql("insert into story_tag (story_id, tag, published_at) values (:story, :tag, :at)")
                .param("story", story).param("tag", tag).param("at", at).update());
        terms.write(story, entry.title(), entry.body());
        entry.comments().forEach(reply -> insert(reply, story, published, authors));
    }

    private void insert(Reply reply, long story, Instant published, Map<String, Long> authors) {
        database.sql("""
                insert into story_comment (story_id, author_id, body, created_at, hidden, version)
                values (:story, :author, :body, :at, false, 0)""")
                .param("story", story).param("author", id(authors, reply.author())).param("body", reply.body())
                .param("at", SqlTimes.column(published.plus(reply.after()))).update();
    }

    private static long id(Map<String, Long> authors, String username) {
        return Objects.requireNonNull(authors.get(username), () -> "The demo data has no author " + username + ".");
    }

    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
