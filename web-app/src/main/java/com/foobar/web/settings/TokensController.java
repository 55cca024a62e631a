package com.foobar.web.settings;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import com.foobar.web.account.Accounts;
import com.foobar.web.account.ApiTokens;
import com.foobar.web.account.NewApiToken;
import com.foobar.web.account.TokenRequest;
import com.foobar.web.account.Viewer;
import com.foobar.web.forms.FormGuard;

/** Lists, creates and revokes API tokens. */
@Controller
class TokensController {

    private static final String VIEW = "settings/tokens";
    private static final String FORM = "form";

    private final Accounts accounts;
    private final ApiTokens tokens;

    TokensController(Accounts accounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("lifetimes", TokenForm.Lifetime.values());
    }

    @GetMapping("/settings/tokens")
    String list(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute(FORM, TokenForm.empty());
        model.addAttribute("tokens", tokens.list(viewer.accountId()));
        return VIEW;
    }

    /**
     * Creates a token and shows it in the response to this request, without a redirect. No cache may keep the response:
     * the token is shown only this once.
     */
    @PostMapping("/settings/tokens")
    String make(@AuthenticationPrincipal Viewer viewer, @ModelAttribute(FORM) TokenForm form, BindingResult result,
            Model model, HttpServletResponse response) {
        Optional<TokenRequest> wanted = form.wanted();
        if (wanted.isEmpty()) {
            result.rejectValue("lifetime", "rejected", "Choose one of the list.");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
            Optional<NewApiToken> made = FormGuard.result(result, model, response,
                    () -> accounts.makeToken(viewer, form.password(), wanted.get()));
            made.ifPresent(token -> show(token, model, response));
        }
        addTokens(viewer, model);
        return VIEW;
    }

    private static void show(NewApiToken token, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("made", token);
    }

    /**
     * Adds the list of tokens. If the list cannot be read, the page must still show what the user typed, or the new
     * token that is shown only once.
     */
    private void addTokens(Viewer viewer, Model model) {
        try {
            model.addAttribute("tokens", tokens.list(viewer.accountId()));
        } catch (DataAccessException e) {
            model.addAttribute("tokensAway", true);
        }
    }

    /**
     * Revokes a token. If the token does not exist any more, the result is what the user wanted, and so this is no
     * error.
     */
    @PostMapping("/settings/tokens/{id}/revoke")
    String revoke(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        tokens.revoke(viewer.accountId(), id);
        return "redirect:/settings/tokens";
    }
}
