package com.foobar.web.story;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.paging.Page;
import com.foobar.web.sql.SqlTimes;

/** Lists the tags of published stories. */
@Service
public class Tags {

    private final JdbcClient database;

    Tags(JdbcClient database) {
        this.database = database;
    }

    /**
     * Returns a page of tags, ordered by name. The page's {@code next} is the last name of the page. The tags have no
     * numbers of stories, because counting reads all stories: this query jumps along the index from one tag's newest
     * story to the next tag's.
     *
     * @param after the name after which the page begins, or null for the first page
     * @param size the most tags of the page
     */
    @Transactional(readOnly = true)
    public Page<TagView> list(@Nullable String after, int size) {
        List<TagView> found = database.sql("""
                select tag, max(published_at) as latest from story_tag where tag > :after group by tag
                having latest is not null order by tag limit :limit
                """).param("after", after == null ? "" : after).param("limit", size + 1)
                .query((row, _) -> new TagView(row.getString("tag"), SqlTimes.read(row, "latest"))).list();
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, size), found.get(size - 1).name());
    }
}
