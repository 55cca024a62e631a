package com.foobar.web.story;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.paging.Page;
import com.foobar.web.search.Terms;

/**
 * Finds published stories by words in their title and text, the most relevant first. Each database node computes the
 * relevance on its own, so the relevance cannot be the cursor at which a page begins: pages are numbered instead. There
 * are at most {@value #MOST_PAGES} pages, because further pages help a reader less than other words.
 */
@Service
public class Search {

    /** The highest number of a page. */
    public static final int MOST_PAGES = 10;

    private final StoryQueries queries;

    Search(StoryQueries queries) {
        this.queries = queries;
    }

    /**
     * Returns a page of the stories that were found. The page's {@code next} is the number of the following page.
     *
     * @param typed any text, of which only the words count. Words that the database leaves out of its index find
     *            nothing: very common words, and words of one or two letters. This does not apply to words in scripts
     *            without spaces between words: such a word is found wherever its letters follow each other.
     * @param number the number of the page, 1 to {@value #MOST_PAGES}
     * @param size the most stories of the page
     * @throws IllegalArgumentException if the number is out of range
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
