package com.foobar.web.settings;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.foobar.web.account.Preferences;
import com.foobar.web.account.ProfileConflictException;
import com.foobar.web.account.Profiles;
import com.foobar.web.account.Theme;
import com.foobar.web.account.Viewer;
import com.foobar.web.forms.FormGuard;

/** Shows and saves the profile and the preferences. */
@Controller
class SettingsController {

    private static final String VIEW = "settings/settings";
    private static final String PROFILE = "profile";
    private static final String APPEARANCE = "appearance";

    private final Profiles profiles;

    SettingsController(Profiles profiles) {
        this.profiles = profiles;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("themes", Theme.values());
        model.addAttribute("zones", AppearanceForm.ZONES);
        model.addAttribute("leastPageSize", Preferences.LEAST_PAGE_SIZE);
        model.addAttribute("mostPageSize", Preferences.MOST_PAGE_SIZE);
    }

    @GetMapping("/settings")
    String settings(@AuthenticationPrincipal Viewer viewer, @RequestParam(required = false) @Nullable String saved,
            Model model) {
        model.addAttribute(PROFILE, ProfileForm.of(profiles.profile(viewer.accountId())));
        model.addAttribute(APPEARANCE, AppearanceForm.of(viewer.preferences()));
        model.addAttribute("saved", saved != null);
        return VIEW;
    }

    @PostMapping("/settings/profile")
    String saveProfile(@AuthenticationPrincipal Viewer viewer, @ModelAttribute(PROFILE) ProfileForm form,
            BindingResult result, Model model, HttpServletResponse response) {
        try {
            if (FormGuard.done(result, model, response, () -> profiles.update(viewer.accountId(), form.change()))) {
                return "redirect:/settings?saved";
            }
        } catch (ProfileConflictException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("stored", e.stored());
        }
        model.addAttribute(APPEARANCE, AppearanceForm.of(viewer.preferences()));
        return VIEW;
    }

    @PostMapping("/settings/appearance")
    String saveAppearance(@AuthenticationPrincipal Viewer viewer, @ModelAttribute(APPEARANCE) AppearanceForm form,
            BindingResult result, Model model, HttpServletResponse response) {
        Optional<Preferences> preferences = form.preferences(result);
        if (preferences.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else if (FormGuard.done(result, model, response,
                () -> profiles.update(viewer.accountId(), preferences.get()))) {
            return "redirect:/settings?saved";
        }
        addProfile(viewer, model);
        return VIEW;
    }

    /**
     * Adds the profile's form. Only the form that was sent must be shown again; the profile is left out if it cannot be
     * read.
     */
    private void addProfile(Viewer viewer, Model model) {
        try {
            model.addAttribute(PROFILE, ProfileForm.of(profiles.profile(viewer.accountId())));
        } catch (DataAccessException e) {
            model.addAttribute("profileAway", true);
        }
    }
}
