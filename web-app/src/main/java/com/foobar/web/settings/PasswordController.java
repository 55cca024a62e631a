package com.foobar.web.settings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.foobar.web.account.Accounts;
import com.foobar.web.account.Client;
import com.foobar.web.account.FormGuard;
import com.foobar.web.account.Viewer;

/** Changes the password. */
@Controller
class PasswordController {

    private static final String VIEW = "settings/password";

    private final Accounts accounts;

    PasswordController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/settings/password")
    String form(@RequestParam(required = false) @Nullable String saved, Model model) {
        model.addAttribute("form", new PasswordForm("", ""));
        model.addAttribute("saved", saved != null);
        return VIEW;
    }

    @PostMapping("/settings/password")
    String change(@AuthenticationPrincipal Viewer viewer, @ModelAttribute("form") PasswordForm form,
            BindingResult result, Model model, HttpServletRequest request, HttpServletResponse response) {
        return FormGuard.done(result, model, response, () -> accounts.changePassword(viewer, form.currentPassword(),
                form.newPassword(), Client.of(request))) ? "redirect:/settings/password?saved" : VIEW;
    }
}
