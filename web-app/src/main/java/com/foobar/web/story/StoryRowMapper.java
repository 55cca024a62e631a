package com.foobar.web.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.web.sql.SqlTimes;

/** Reads views from rows. */
final class StoryRowMapper {

    private StoryRowMapper() {}

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
                SqlTimes.read(row, "created_at"), SqlTimes.read(row, "updated_at"),
                SqlTimes.readOptional(row, "published_at"),
                row.getLong("version"));
    }

    static StoryView story(ResultSet row) throws SQLException {
        return new StoryView(summary(row), row.getString("body"));
    }

    static CommentView comment(ResultSet row) throws SQLException {
        return new CommentView(row.getLong("id"), author(row), row.getString("body"), SqlTimes.read(row, "created_at"),
                SqlTimes.readOptional(row, "edited_at"), row.getBoolean("hidden"), row.getLong("version"));
    }
}
