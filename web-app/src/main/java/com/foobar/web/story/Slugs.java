package com.foobar.web.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses of stories in the database, where a primary key decides who has one. */
@Component
class Slugs {

    private final JdbcClient database;

    Slugs(JdbcClient database) {
        this.database = database;
    }

    /** Gives a story an address for a title: one that it ever had for such a title, or a new one. */
    String claim(long storyId, String title) {
        List<String> candidates = Slug.candidates(title, storyId);
        Map<String, Long> owners = owners(candidates);
        return candidates.stream().filter(slug -> Objects.equals(owners.get(slug), storyId)).findFirst()
                .or(() -> candidates.stream().filter(slug -> !owners.containsKey(slug) && insert(slug, storyId))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("No address is left for story " + storyId + "."));
    }

    /** Gives a draft its only address, which stays its own and leads to the story once it is published. */
    String claimForDraft(long storyId) {
        database.sql("delete from story_slug where story_id = :story").param("story", storyId).update();
        String slug = Slug.ofDraft();
        if (!insert(slug, storyId)) {
            throw new IllegalStateException("The random address of draft " + storyId + " is taken.");
        }
        return slug;
    }

    private Map<String, Long> owners(List<String> slugs) {
        HashMap<String, Long> owners = new HashMap<>();
        database.sql("select slug, story_id from story_slug where slug in (:slugs)").param("slugs", slugs)
                .query(row -> {
                    owners.put(row.getString("slug"), row.getLong("story_id"));
                });
        return owners;
    }

    /** False where another story was faster; that undoes this statement and not the transaction. */
    private boolean insert(String slug, long storyId) {
        try {
            database.sql("insert into story_slug (slug, story_id) values (:slug, :story)").param("slug", slug)
                    .param("story", storyId).update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
