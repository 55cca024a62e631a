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
import org.springframework.web.bind.annotation.RequestParam;

import com.foobar.web.forms.FormGuard;
import com.foobar.web.forms.RejectedException;

/** Signs users in and out. */
@Controller
class SignInController {

    private static final String VIEW = "account/sign-in";
    /** One sentence for all errors, so that it does not reveal which usernames exist. */
    private static final String WRONG = "The username or the password is wrong.";

    private final Accounts accounts;
    private final Sessions sessions;

    SignInController(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    String form(@RequestParam(required = false) @Nullable String next, @AuthenticationPrincipal @Nullable Viewer viewer,
            Model model) {
        if (viewer != null) {
            return "redirect:" + LocalPath.of(next);
        }
        model.addAttribute("form", new SignInForm("", "", LocalPath.of(next)));
        return VIEW;
    }

    @PostMapping("/sign-in")
    String signIn(@ModelAttribute("form") SignInForm form, BindingResult result, Model model,
            HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedIn> signedIn = FormGuard.result(result, model, response,
                () -> accounts.signIn(form.username(), form.password(), Client.of(request))
                        .orElseThrow(() -> new RejectedException("password", WRONG)));
        if (signedIn.isEmpty()) {
            return VIEW;
        }
        signedIn.get().write(request, response);
        return "redirect:" + LocalPath.of(form.next());
    }

    /**
     * Signs out. The cookie is cleared first, so that the browser forgets the session even if the database does not
     * respond.
     */
    @PostMapping("/sign-out")
    String signOut(@AuthenticationPrincipal Viewer viewer, HttpServletResponse response) {
        SessionCookie.clear(response);
        if (viewer.sessionId() != null) {
            sessions.revoke(viewer.accountId(), viewer.sessionId());
        }
        return "redirect:/";
    }
}
