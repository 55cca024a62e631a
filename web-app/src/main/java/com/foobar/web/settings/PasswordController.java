package com.foobar.web.settings;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.foobar.web.account.Accounts;
import com.foobar.web.account.ApiTokens;
import com.foobar.web.account.DeviceCookie;
import com.foobar.web.account.KnownDevice;
import com.foobar.web.account.Viewer;
import com.foobar.web.forms.FormGuard;

/** Shows the page where a user changes the password, and changes it. */
@Controller
class PasswordController {

    private static final Logger logger = LoggerFactory.getLogger(PasswordController.class);
    private static final String VIEW = "settings/password";
    private static final String TOKENS = "tokenCount";

    private final Accounts accounts;
    private final ApiTokens tokens;

    PasswordController(Accounts accounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /**
     * The form for changing the password, as typed; a field that was not sent is null.
     *
     * @param tokens {@code keep} to keep the API tokens; any other value revokes them
     */
    record PasswordForm(@Nullable String currentPassword, @Nullable String newPassword, @Nullable String tokens) {

        /** Returns whether the API tokens are revoked too. */
        public boolean revokesTokens() {
            return !"keep".equals(tokens);
        }

        @Override
        public String toString() {
            return "PasswordForm[tokens=" + tokens + "]";
        }
    }

    @GetMapping("/settings/password")
    String form(@RequestParam(required = false) @Nullable String saved, @AuthenticationPrincipal Viewer viewer,
            Model model) {
        model.addAttribute("form", new PasswordForm("", "", null));
        model.addAttribute("saved", saved != null);
        model.addAttribute(TOKENS, tokens.count(viewer.accountId()));
        return VIEW;
    }

    @PostMapping("/settings/password")
    String change(@AuthenticationPrincipal Viewer viewer, @ModelAttribute("form") PasswordForm form,
            BindingResult result, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<KnownDevice> device = FormGuard.result(result, model, response, () -> accounts
                .changePassword(viewer, form.currentPassword(), form.newPassword(), form.revokesTokens()));
        if (device.isEmpty()) {
            addTokens(viewer, model);
            return VIEW;
        }
        DeviceCookie.write(request, response, device.get());
        return "redirect:/settings/password?saved";
    }

    /**
     * Adds the number of API tokens. If they cannot be counted, the page must still show the form with the user's
     * choice; then it shows no number.
     */
    private void addTokens(Viewer viewer, Model model) {
        try {
            model.addAttribute(TOKENS, tokens.count(viewer.accountId()));
        } catch (DataAccessException e) {
            logger.debug("The tokens cannot be counted.", e);
        }
    }
}
