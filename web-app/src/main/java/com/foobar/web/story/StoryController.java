package com.foobar.web.story;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import com.foobar.web.account.Client;
import com.foobar.web.account.Viewer;
import com.foobar.web.account.throttle.TooManyAttemptsException;
import com.foobar.web.idempotency.RequestKey;
import com.foobar.web.markdown.Markdown;
import com.foobar.web.paging.Cursor;
import com.foobar.web.paging.Page;
import com.foobar.web.quota.Quotas;

/** Shows stories with their comments, and publishes and deletes them. */
@Controller
class StoryController {

    private final Stories stories;
    private final Authoring authoring;
    private final Comments comments;
    private final Markdown markdown;
    private final Quotas limits;

    StoryController(Stories stories, Authoring authoring, Comments comments, Markdown markdown,
            Quotas limits) {
        this.stories = stories;
        this.authoring = authoring;
        this.comments = comments;
        this.markdown = markdown;
        this.limits = limits;
    }

    /**
     * A comment with its text as HTML.
     *
     * @param mine whether the viewer wrote the comment
     */
    record ShownComment(CommentView view, String html, boolean mine) {}

    @GetMapping("/stories/{slug}")
    Object story(@PathVariable String slug, @RequestParam(required = false) @Nullable Cursor after,
            @AuthenticationPrincipal @Nullable Viewer viewer, Model model, HttpServletResponse response) {
        Long account = Viewer.idOf(viewer);
        StoryView story = stories.find(slug, account);
        if (!story.slug().equals(slug)) {
            return moved(story.slug(), response);
        }
        model.addAttribute("story", story.summary());
        model.addAttribute("html", markdown.story(story.body()));
        model.addAttribute("own", story.summary().isBy(account));
        model.addAttribute("comments", comments(story.summary(), viewer, after));
        model.addAttribute("first", after == null);
        model.addAttribute("comment", new CommentText(null));
        if (viewer != null) {
            model.addAttribute("key", RequestKey.generate().text());
        }
        return "story/story";
    }

    private Page<ShownComment> comments(StorySummary story, @Nullable Viewer viewer, @Nullable Cursor after) {
        Long account = Viewer.idOf(viewer);
        return story.isDraft()
                ? Page.empty()
                : comments.list(story, account, after, Viewer.preferencesOf(viewer).pageSize())
                        .map(comment -> new ShownComment(comment, markdown.comment(comment.body()),
                                comment.isBy(account)));
    }

    /**
     * Redirects permanently, as search engines expect it. A browser must still ask again each time, because a story can
     * return to an address that it had earlier.
     */
    private static RedirectView moved(String slug, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        RedirectView redirect = new RedirectView("/stories/" + slug, true);
        redirect.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        redirect.setExposeModelAttributes(false);
        return redirect;
    }

    @GetMapping("/drafts")
    String drafts(@RequestParam(required = false) @Nullable Cursor after, @AuthenticationPrincipal Viewer viewer,
            Model model) {
        model.addAttribute("page", stories.drafts(viewer.accountId(), after, viewer.preferences().pageSize()));
        model.addAttribute("first", after == null);
        return "story/drafts";
    }

    @PostMapping("/stories/{slug}/publish")
    String publish(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer, HttpServletRequest request) {
        StoryView story = authoring.published(viewer.accountId(), slug).orElseGet(() -> {
            limits.countStory(viewer, Client.of(request).address());
            return authoring.publish(viewer.accountId(), slug);
        });
        return "redirect:/stories/" + story.slug();
    }

    /** Responds with the error page alone: the draft is unchanged, so no form has to be shown again. */
    @ExceptionHandler
    void refuse(TooManyAttemptsException refused, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refused.retrySeconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    @GetMapping("/stories/{slug}/delete")
    String askBeforeDeleting(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("story", stories.findOwn(slug, viewer.accountId()).summary());
        return "story/delete";
    }

    @PostMapping("/stories/{slug}/delete")
    String delete(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        authoring.delete(viewer.accountId(), slug, null);
        return "redirect:/authors/" + viewer.username();
    }
}
