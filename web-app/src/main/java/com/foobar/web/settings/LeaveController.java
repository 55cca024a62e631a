package com.foobar.web.settings;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import com.foobar.web.account.Accounts;
import com.foobar.web.account.SessionCookie;
import com.foobar.web.account.Viewer;
import com.foobar.web.forms.FormGuard;

/** Shows the page where a user deletes the account, and deletes it. */
@Controller
class LeaveController {

    private static final String VIEW = "settings/account";

    private final Accounts accounts;

    LeaveController(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The form for deleting the account, as typed; a field that was not sent is null.
     *
     * @param stories {@code delete} to delete the stories; any other value keeps them
     */
    record LeaveForm(@Nullable String password, @Nullable String stories) {

        boolean keepsStories() {
            return !"delete".equals(stories);
        }

        @Override
        public String toString() {
            return "LeaveForm[stories=" + stories + "]";
        }
    }

    @GetMapping("/settings/account")
    String form(Model model) {
        model.addAttribute("form", new LeaveForm("", "keep"));
        return VIEW;
    }

    @PostMapping("/settings/account")
    String leave(@AuthenticationPrincipal Viewer viewer, @ModelAttribute("form") LeaveForm form, BindingResult result,
            Model model, HttpServletResponse response) {
        boolean done = FormGuard.done(result, model, response,
                () -> accounts.delete(viewer, form.password(), form.keepsStories()));
        if (!done) {
            return VIEW;
        }
        SessionCookie.clear(response);
        return "redirect:/";
    }
}
