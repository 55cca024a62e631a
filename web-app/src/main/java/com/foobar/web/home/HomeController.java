package com.foobar.web.home;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.foobar.web.failure.CommitOutcome;
import com.foobar.web.story.Stories;
import com.foobar.web.story.StoryDraft;
import com.foobar.web.story.StoryPage;

/** Shows the newest stories and takes new ones. */
@Controller
class HomeController {

    private static final String VIEW = "home";
    private static final String RETRY_SECONDS = "2";

    private final Stories stories;

    HomeController(Stories stories) {
        this.stories = stories;
    }

    @GetMapping("/")
    String home(@RequestParam(required = false) @Nullable Long before, Model model) {
        model.addAttribute("draft", StoryDraft.empty());
        model.addAttribute("page", stories.newest(before));
        model.addAttribute("first", before == null);
        return VIEW;
    }

    @PostMapping("/stories")
    String publish(@Valid @ModelAttribute("draft") StoryDraft draft, BindingResult result, Model model,
            HttpServletResponse response) {
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return formAgain(model);
        }
        try {
            stories.publish(draft);
        } catch (TransientDataAccessException | DataAccessResourceFailureException e) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            model.addAttribute("notPublished", CommitOutcome.isUnknown(e) ? "perhaps" : "certain");
            return formAgain(model);
        }
        return "redirect:/";
    }

    /** The page as it was, around a form that still holds what was typed: without its list rather than not at all. */
    private String formAgain(Model model) {
        StoryPage page;
        try {
            page = stories.newest(null);
        } catch (DataAccessException e) {
            page = StoryPage.empty();
        }
        model.addAttribute("page", page);
        model.addAttribute("first", true);
        return VIEW;
    }
}
