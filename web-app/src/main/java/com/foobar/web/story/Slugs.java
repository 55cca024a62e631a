package com.foobar.web.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Claims addresses for stories in the database, where a primary key ensures that no two stories have the same address.
 */
@Component
class Slugs {

    private final JdbcClient database;

    Slugs(JdbcClient database) {
        this.database = database;
    }

    /**
     * Claims an address for a title and returns it: an address for this title that the story has already, or a new one.
     */
    String claim(long storyId, String title) {
        List<String> candidates = Slug.candidates(title, storyId);
        Map<String, Long> owners = owners(candidates);
        return candidates.stream().filter(slug -> Objects.equals(owners.get(slug), storyId)).findFirst()
                .or(() -> candidates.stream().filter(slug -> !owners.containsKey(slug) && insert(slug, storyId))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("No address is left for story " + storyId + "."));
    }

    /**
     * Claims a random address for a draft, its only one, and returns it. The address stays with the story and leads to
     * it after its publication too.
     */
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

    /**
     * Returns false if another story has the address by now. The failed insert undoes only this statement, not the
     * transaction.
     */
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
