package com.foobar.web.story;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.paging.Page;
import com.foobar.web.search.Terms;

/**
 * Finds published stories by words in their title and text, the most relevant first. Relevance is counted anew by each
 * database node, so that it cannot be the place at which a page begins: pages are counted, and there are only
 * {@value #MOST_PAGES}, since whoever looks further does better with other words.
 */
@Service
public class Search {

    public static final int MOST_PAGES = 10;

    private final StoryQueries queries;

    Search(StoryQueries queries) {
        this.queries = queries;
    }

    /**
     * A page of what is found, whose next is the number of the page after it.
     *
     * @param typed any text; only its words count, and of these not those that the database leaves out of its index
     *            (very common ones and those of one or two letters), unless they are of a script without spaces between
     *            words: such a word is found wherever its letters stand in a row
     * @param number 1 to {@value #MOST_PAGES}
     * @throws IllegalArgumentException where there is no such page
     */
    @Transactional(readOnly = true)
    public Page<StorySummary> find(String typed, int number, int size) {
        if (number < 1 || number > MOST_PAGES) {
            throw new IllegalArgumentException("A search has pages 1 to %d.".formatted(MOST_PAGES));
        }
        String words = SearchWords.of(typed);
        if (words.isEmpty()) {
            return Page.empty();
        }
        String terms = Terms.lookingFor(SearchWords.begin(typed), SearchWords.MOST);
        List<StorySummary> found = queries.matching(words, terms, (number - 1) * size, size + 1);
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, size), number == MOST_PAGES ? null : Integer.toString(number + 1));
    }
}
