package com.foobar.web.lists;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.foobar.web.account.Viewer;
import com.foobar.web.paging.Cursor;
import com.foobar.web.story.Stories;

/** Shows the newest stories. */
@Controller
class HomeController {

    private final Stories stories;

    HomeController(Stories stories) {
        this.stories = stories;
    }

    @GetMapping("/")
    String home(@RequestParam(required = false) @Nullable Cursor after,
            @AuthenticationPrincipal @Nullable Viewer viewer, Model model) {
        model.addAttribute("page", stories.newest(after, Viewer.preferencesOf(viewer).pageSize()));
        model.addAttribute("first", after == null);
        return "home";
    }
}
