package com.foobar.web.lists;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import com.foobar.web.account.AuthorProfile;
import com.foobar.web.account.Profiles;
import com.foobar.web.account.Viewer;
import com.foobar.web.paging.Cursor;
import com.foobar.web.story.Stories;

/** Shows an author and the stories that the author has published. */
@Controller
class AuthorController {

    private final Profiles profiles;
    private final Stories stories;

    AuthorController(Profiles profiles, Stories stories) {
        this.profiles = profiles;
        this.stories = stories;
    }

    @GetMapping("/authors/{username}")
    String author(@PathVariable String username, @RequestParam(required = false) @Nullable Cursor after,
            @AuthenticationPrincipal @Nullable Viewer viewer, Model model) {
        AuthorProfile author = profiles.author(username)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("author", author);
        model.addAttribute("feed", "/authors/" + author.username() + "/feed.atom");
        model.addAttribute("page",
                stories.byAuthor(author.accountId(), after, Viewer.preferencesOf(viewer).pageSize()));
        model.addAttribute("first", after == null);
        return "lists/author";
    }
}
