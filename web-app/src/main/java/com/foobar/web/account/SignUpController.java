package com.foobar.web.account;

import java.util.Optional;

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

import com.foobar.web.forms.FormGuard;

/** Creates accounts. */
@Controller
class SignUpController {

    private static final String VIEW = "account/sign-up";

    private final Accounts accounts;

    SignUpController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/sign-up")
    String form(@AuthenticationPrincipal @Nullable Viewer viewer, Model model) {
        if (viewer != null) {
            return "redirect:/";
        }
        model.addAttribute("form", new SignUp("", "", "", ""));
        return VIEW;
    }

    @PostMapping("/sign-up")
    String signUp(@ModelAttribute("form") SignUp form, BindingResult result, Model model, HttpServletRequest request,
            HttpServletResponse response) {
        Optional<SignedIn> signedIn = FormGuard.result(result, model, response,
                () -> accounts.signUp(form, Client.of(request)));
        if (signedIn.isEmpty()) {
            return VIEW;
        }
        signedIn.get().write(request, response);
        return "redirect:/";
    }
}
