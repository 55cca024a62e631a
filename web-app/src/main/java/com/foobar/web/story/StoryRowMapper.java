package com.foobar.web.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Reads views from rows. Columns with a time have no time zone; they are in UTC. */
final class StoryRowMapper {

    private StoryRowMapper() {}

    static @Nullable LocalDateTime column(@Nullable Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    static @Nullable Instant nullableTime(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(nullableTime(row, column));
    }

    /**
     * Returns the author from the columns account_id, username and display_name, or null if the account was deleted;
     * the columns are null then.
     */
    static @Nullable Author author(ResultSet row) throws SQLException {
        String username = row.getString("username");
        return username == null ? null : new Author(row.getLong("account_id"), username, row.getString("display_name"));
    }

    static StorySummary summary(ResultSet row) throws SQLException {
        String tags = row.getString("tags");
        return new StorySummary(row.getLong("id"), row.getString("slug"), row.getString("title"),
                row.getString("excerpt"), author(row), tags == null ? List.of() : List.of(tags.split(",")),
                time(row, "created_at"), time(row, "updated_at"), nullableTime(row, "published_at"),
                row.getLong("version"));
    }

    static StoryView story(ResultSet row) throws SQLException {
        return new StoryView(summary(row), row.getString("body"));
    }

    static CommentView comment(ResultSet row) throws SQLException {
        return new CommentView(row.getLong("id"), author(row), row.getString("body"), time(row, "created_at"),
                nullableTime(row, "edited_at"), row.getBoolean("hidden"), row.getLong("version"));
    }
}
