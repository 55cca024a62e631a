package com.foobar.web.story;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.foobar.web.account.AccountGoneException;
import com.foobar.web.account.Client;
import com.foobar.web.account.Viewer;
import com.foobar.web.account.throttle.TooManyAttemptsException;
import com.foobar.web.forms.FormGuard;
import com.foobar.web.forms.UnstoredForm;
import com.foobar.web.idempotency.KeyReusedException;
import com.foobar.web.idempotency.RequestKey;
import com.foobar.web.idempotency.UnknownOutcome;
import com.foobar.web.markdown.Markdown;
import com.foobar.web.quota.Counted;
import com.foobar.web.quota.Quotas;

/**
 * Shows and handles the form in which stories are written. If a story cannot be stored, the form is shown again with
 * the text that was typed.
 */
@Controller
class EditorController {

    private static final String VIEW = "story/editor";
    private static final String TEXT = "text";
    private static final String KEY = "key";
    private static final String TARGET = "target";

    private final Stories stories;
    private final Authoring authoring;
    private final Markdown markdown;
    private final Quotas limits;

    EditorController(Stories stories, Authoring authoring, Markdown markdown, Quotas limits) {
        this.stories = stories;
        this.authoring = authoring;
        this.markdown = markdown;
        this.limits = limits;
    }

    @GetMapping("/stories/new")
    String begin(Model model) {
        model.addAttribute(TEXT, new StoryText(null, null, null));
        model.addAttribute(TARGET, Target.NEW);
        model.addAttribute(KEY, RequestKey.generate().text());
        return VIEW;
    }

    @GetMapping("/stories/{slug}/edit")
    String open(@PathVariable String slug, @RequestParam(required = false) @Nullable String saved,
            @AuthenticationPrincipal Viewer viewer, Model model) {
        StoryView story = stories.findOwn(slug, viewer.accountId());
        model.addAttribute(TEXT, story.text());
        model.addAttribute(TARGET, Target.of(story.summary()));
        model.addAttribute("saved", saved != null);
        return VIEW;
    }

    @PostMapping("/stories")
    String write(@Valid @ModelAttribute(TEXT) StoryText text, BindingResult result,
            @RequestParam(defaultValue = "publish") EditorAction action,
            @RequestParam(required = false) @Nullable String key, @AuthenticationPrincipal @Nullable Viewer viewer,
            Model model, HttpServletRequest request, HttpServletResponse response) {
        RequestKey sent = RequestKey.ofForm(key);
        model.addAttribute(KEY, (sent == null ? RequestKey.generate() : sent).text());
        return take(new Submission(text, action, Target.NEW, sent, Client.of(request).address()), result, viewer, model,
                response);
    }

    @PostMapping("/stories/{slug}/edit")
    String change(@PathVariable String slug, @RequestParam long version,
            @RequestParam(defaultValue = "false") boolean draft, @Valid @ModelAttribute(TEXT) StoryText text,
            BindingResult result, @RequestParam(defaultValue = "publish") EditorAction action,
            @AuthenticationPrincipal @Nullable Viewer viewer, Model model, HttpServletRequest request,
            HttpServletResponse response) {
        return take(new Submission(text, action, new Target(slug, version, draft), null,
                Client.of(request).address()), result, viewer, model,
                response);
    }

    private String take(Submission form, BindingResult result, @Nullable Viewer viewer, Model model,
            HttpServletResponse response) {
        model.addAttribute(TARGET, form.target());
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return VIEW;
        }
        if (viewer == null) {
            return signedOut(model, response);
        }
        try {
            if (form.action() == EditorAction.PREVIEW) {
                model.addAttribute("preview", limits.preview(viewer, form.address(),
                        () -> markdown.story(form.text().body())));
                return VIEW;
            }
            StoryView story = Counted.make(() -> limits.countStory(viewer, form.address()),
                    () -> stored(form, viewer.accountId()), () -> store(form, viewer.accountId()));
            return "redirect:" + place(story.summary());
        } catch (AccountGoneException _) {
            return signedOut(model, response);
        } catch (EditConflictException e) {
            if (form.isStoredAs(e.current())) {
                return "redirect:" + place(e.current().summary());
            }
            conflict(form, e.current(), model, response);
        } catch (StoryMadeException e) {
            conflict(form, e.story(), model, response);
            model.addAttribute("made", true);
            model.addAttribute(KEY, RequestKey.generate().text());
        } catch (NotFoundException | KeyReusedException e) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("gone", true);
            model.addAttribute(TARGET, Target.NEW);
            model.addAttribute(KEY, RequestKey.generate().text());
        } catch (TooManyAttemptsException e) {
            FormGuard.refuse(e, model, response);
        } catch (DataAccessException e) {
            UnstoredForm.mark(e, model, response);
        }
        return VIEW;
    }

    private static String signedOut(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        model.addAttribute("signedOut", true);
        return VIEW;
    }

    private static void conflict(Submission form, StoryView stored, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("comparison", Comparison.of(stored.text(), form.text()));
        model.addAttribute(TARGET, Target.of(stored.summary()));
    }

    /** Returns the story that the same form has already stored, or empty. */
    private Optional<StoryView> stored(Submission form, long author) {
        String slug = form.target().slug();
        return slug == null
                ? authoring.written(author, form.key(), form.text(), form.action() == EditorAction.PUBLISH)
                : Optional.of(stories.findOwn(slug, author)).filter(form::isStoredAs);
    }

    private StoryView store(Submission form, long author) {
        boolean publish = form.action() == EditorAction.PUBLISH;
        String slug = form.target().slug();
        return UnknownOutcome.resolved(slug != null || form.key() != null, () -> slug == null
                ? authoring.write(author, form.key(), form.text(), publish)
                : authoring.edit(author, slug, form.target().version(), form.text(), publish));
    }

    private static String place(StorySummary story) {
        return "/stories/" + story.slug() + (story.isDraft() ? "/edit?saved" : "");
    }

    private record Submission(StoryText text, EditorAction action, Target target, @Nullable RequestKey key,
            String address) {

        /**
         * Returns whether a story already has the content that the form asks for, which is so if the form was sent
         * twice.
         */
        boolean isStoredAs(StoryView story) {
            return story.text().isSame(text) && (action == EditorAction.DRAFT || !story.summary().isDraft());
        }
    }

    /**
     * The story that the form is for.
     *
     * @param slug the story's address, or null for a new story
     * @param version the version that the form was opened with
     * @param draft whether the story may be saved without being published
     */
    record Target(@Nullable String slug, long version, boolean draft) {

        static final Target NEW = new Target(null, 0, true);

        static Target of(StorySummary story) {
            return new Target(story.slug(), story.version(), story.isDraft());
        }
    }
}
