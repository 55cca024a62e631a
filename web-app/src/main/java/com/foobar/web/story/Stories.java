package com.foobar.web.story;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and lists stories. */
@Service
public class Stories {

    private static final int PAGE_LENGTH = 10;

    private final StoryRepository repository;
    private final Clock clock;

    Stories(StoryRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * The newest stories, or the newest of those older than one that the reader has seen. It seeks by the primary key, so that a
     * far page costs no more than the first.
     *
     * @param before
     *            the identifier below which the page begins, or null for the first page
     */
    @Transactional(readOnly = true)
    public StoryPage newest(@Nullable Long before) {
        List<StoryView> found = repository
                .findByIdLessThanOrderByIdDesc(before == null ? Long.MAX_VALUE : before, Limit.of(PAGE_LENGTH + 1))
                .stream()
                .map(Story::view).toList();
        if (found.size() <= PAGE_LENGTH) {
            return new StoryPage(found, null);
        }
        List<StoryView> page = found.subList(0, PAGE_LENGTH);
        return new StoryPage(page, page.getLast().id());
    }

    /** Publishes a valid draft now. */
    @Transactional
    public StoryView publish(StoryDraft draft) {
        // What the column keeps, so that the story reads the same now and later.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return repository.save(new Story(Objects.requireNonNull(draft.title()).strip(),
                Objects.requireNonNull(draft.body()).strip(), now)).view();
    }
}
