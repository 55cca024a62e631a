package com.foobar.web.api;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.account.Viewer;
import com.foobar.web.quota.Quotas;
import com.foobar.web.story.Search;
import com.foobar.web.story.Stories;
import com.foobar.web.story.TagView;
import com.foobar.web.story.Tags;

/** Serves lists of stories, the results of a search, and the list of tags. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class StoryLists {

    private final Stories stories;
    private final Tags tags;
    private final Search search;
    private final Quotas limits;

    StoryLists(Stories stories, Tags tags, Search search, Quotas limits) {
        this.stories = stories;
        this.tags = tags;
        this.search = search;
        this.limits = limits;
    }

    @GetMapping("/stories")
    ResponseEntity<PageResponse<StoryResource>> newest(PageQuery slice) {
        return Responses.page(stories.newest(slice.cursor(), slice.limit()), StoryResource::inList);
    }

    @GetMapping("/tags/{tag}/stories")
    ResponseEntity<PageResponse<StoryResource>> ofTag(@PathVariable String tag, PageQuery slice) {
        return Responses.page(stories.byTag(tag, slice.cursor(), slice.limit()), StoryResource::inList);
    }

    @GetMapping("/search")
    ResponseEntity<PageResponse<StoryResource>> search(@RequestParam String q, PageQuery slice,
            HttpServletRequest request) {
        int number = slice.page(Search.MOST_PAGES);
        return Responses.page(limits.search(request.getRemoteAddr(), () -> search.find(q, number, slice.limit())),
                StoryResource::inList);
    }

    @GetMapping("/me/drafts")
    ResponseEntity<PageResponse<StoryResource>> drafts(PageQuery slice, @AuthenticationPrincipal Viewer viewer) {
        return Responses.page(stories.drafts(viewer.accountId(), slice.cursor(), slice.limit()), StoryResource::inList);
    }

    @GetMapping("/tags")
    ResponseEntity<PageResponse<TagView>> tags(PageQuery slice) {
        return Responses.page(tags.list(slice.after(), slice.limit()), tag -> tag);
    }
}
