package com.foobar.web.lists;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

import com.foobar.web.account.Viewer;
import com.foobar.web.paging.Cursor;
import com.foobar.web.paging.Page;
import com.foobar.web.story.Stories;
import com.foobar.web.story.StorySummary;
import com.foobar.web.story.Tags;

/** Shows the list of tags, and the list of stories with one tag. */
@Controller
class TagController {

    private final Tags tags;
    private final Stories stories;

    TagController(Tags tags, Stories stories) {
        this.tags = tags;
        this.stories = stories;
    }

    @GetMapping("/tags")
    String tags(@RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal @Nullable Viewer viewer, Model model) {
        model.addAttribute("page", tags.list(after, Viewer.preferencesOf(viewer).pageSize()));
        model.addAttribute("first", after == null);
        return "lists/tags";
    }

    @GetMapping("/tags/{tag}")
    String tag(@PathVariable String tag, @RequestParam(required = false) @Nullable Cursor after,
            @AuthenticationPrincipal @Nullable Viewer viewer, Model model) {
        Page<StorySummary> page = stories.byTag(tag, after, Viewer.preferencesOf(viewer).pageSize());
        if (after == null && page.items().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("tag", tag);
        model.addAttribute("feed", "/tags/" + UriUtils.encodePathSegment(tag, StandardCharsets.UTF_8) + "/feed.atom");
        model.addAttribute("page", page);
        model.addAttribute("first", after == null);
        return "lists/tag";
    }
}
