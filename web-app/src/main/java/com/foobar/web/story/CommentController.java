package com.foobar.web.story;

import java.util.Optional;
import java.util.function.LongFunction;

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
import org.springframework.web.bind.annotation.RequestMapping;
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
import com.foobar.web.paging.Cursor;
import com.foobar.web.quota.Counted;
import com.foobar.web.quota.Quotas;

/**
 * Handles the forms that add, change, delete, hide and show comments. A comment that cannot be stored is shown again in
 * a form on a page of its own, which is rendered without the database.
 */
@Controller
@RequestMapping("/stories/{slug}/comments")
class CommentController {

    private static final String VIEW = "story/comment";
    private static final String KEY = "key";

    private final Comments comments;
    private final Markdown markdown;
    private final Quotas limits;

    CommentController(Comments comments, Markdown markdown, Quotas limits) {
        this.comments = comments;
        this.markdown = markdown;
        this.limits = limits;
    }

    @PostMapping
    String add(@PathVariable String slug, @Valid @ModelAttribute("comment") CommentText text, BindingResult result,
            @RequestParam(required = false) @Nullable String key, @AuthenticationPrincipal @Nullable Viewer viewer,
            Model model, HttpServletRequest request, HttpServletResponse response) {
        RequestKey sent = RequestKey.ofForm(key);
        model.addAttribute("slug", slug);
        model.addAttribute(KEY, (sent == null ? RequestKey.generate() : sent).text());
        return take(
                author -> UnknownOutcome.resolved(sent != null, () -> comments.add(author, sent, slug, text)),
                author -> comments.added(author, sent, slug, text), new Submission(slug, text, Client.of(request)
                        .address()),
                result, viewer, model, response);
    }

    @GetMapping("/{id}/edit")
    String open(@PathVariable String slug, @PathVariable long id, @AuthenticationPrincipal Viewer viewer, Model model) {
        CommentView comment = comments.find(slug, id, viewer.accountId());
        if (!comment.isBy(viewer.accountId())) {
            throw new NotTheAuthorException();
        }
        model.addAttribute("comment", new CommentText(comment.body()));
        return form(slug, id, comment.version(), model);
    }

    @PostMapping("/{id}/edit")
    String change(@PathVariable String slug, @PathVariable long id, @RequestParam long version,
            @Valid @ModelAttribute("comment") CommentText text, BindingResult result,
            @AuthenticationPrincipal @Nullable Viewer viewer, Model model, HttpServletRequest request,
            HttpServletResponse response) {
        form(slug, id, version, model);
        return take(
                author -> UnknownOutcome.resolved(true, () -> comments.edit(author, slug, id, version, text)),
                author -> Optional.of(comments.find(slug, id, author))
                        .filter(comment -> comment.isBy(author) && comment.body().equals(text.body())),
                new Submission(slug, text, Client.of(
                        request).address()),
                result, viewer, model,
                response);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String slug, @PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        comments.delete(viewer.accountId(), slug, id);
        return "redirect:/stories/" + slug + "#comments";
    }

    @PostMapping("/{id}/hide")
    String hide(@PathVariable String slug, @PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return "redirect:" + place(slug, comments.hide(viewer.accountId(), slug, id, true));
    }

    @PostMapping("/{id}/show")
    String show(@PathVariable String slug, @PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return "redirect:" + place(slug, comments.hide(viewer.accountId(), slug, id, false));
    }

    private record Submission(String slug, CommentText text, String address) {}

    private String take(LongFunction<CommentView> storing, LongFunction<Optional<CommentView>> stored, Submission form,
            BindingResult result,
            @Nullable Viewer viewer, Model model, HttpServletResponse response) {
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return VIEW;
        }
        if (viewer == null) {
            return signedOut(model, response);
        }
        try {
            CommentView comment = Counted.make(() -> limits.countComment(viewer, form.address()),
                    () -> stored.apply(viewer.accountId()), () -> storing.apply(viewer.accountId()));
            return "redirect:" + place(form.slug(), comment);
        } catch (AccountGoneException _) {
            return signedOut(model, response);
        } catch (CommentConflictException e) {
            // If the form was sent twice, the first request has already stored this text.
            if (e.current().body().equals(form.text().body())) {
                return "redirect:" + place(form.slug(), e.current());
            }
            conflict(form.slug(), e.current(), model, response);
        } catch (CommentMadeException e) {
            conflict(form.slug(), e.comment(), model, response);
            model.addAttribute("made", true);
            model.addAttribute(KEY, RequestKey.generate().text());
        } catch (NotFoundException | KeyReusedException e) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("gone", true);
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

    private void conflict(String slug, CommentView stored, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stored", markdown.comment(stored.body()));
        form(slug, stored.id(), stored.version(), model);
    }

    private static String form(String slug, long id, long version, Model model) {
        model.addAttribute("slug", slug);
        model.addAttribute("id", id);
        model.addAttribute("version", version);
        return VIEW;
    }

    /**
     * Returns the address of the page of comments that begins with this comment, because the story's first page may not
     * contain it.
     */
    private static String place(String slug, CommentView comment) {
        return "/stories/%s?after=%s#comment-%d".formatted(slug, new Cursor(comment.createdAt(), comment.id() - 1)
                .text(), comment.id());
    }
}
