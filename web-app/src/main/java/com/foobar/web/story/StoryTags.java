package com.foobar.web.story;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.foobar.web.sql.SqlTimes;

/** Writes the tags of stories to the database. */
@Component
class StoryTags {

    private final JdbcClient database;

    StoryTags(JdbcClient database) {
        this.database = database;
    }

    void replace(long storyId, List<String> tags, @Nullable Instant publishedAt) {
        database.sql("delete from story_tag where story_id = :story").param("story", storyId).update();
        for (String tag : tags) {
            database.sql("insert into story_tag (story_id, tag, published_at) values (:story, :tag, :published)")
                    .param("story", storyId).param("tag", tag).param("published", SqlTimes.optionalColumn(publishedAt))
                    .update();
        }
    }

    void publish(long storyId, Instant publishedAt) {
        database.sql("update story_tag set published_at = :published where story_id = :story")
                .param("published", SqlTimes.column(publishedAt)).param("story", storyId).update();
    }
}
