package com.foobar.web.account;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives each page its viewer and how they want pages. */
@ControllerAdvice
class ViewerAdvice {

    @ModelAttribute("viewer")
    @Nullable
    Viewer viewer(@AuthenticationPrincipal @Nullable Viewer viewer) {
        return viewer;
    }

    @ModelAttribute("preferences")
    Preferences preferences(@AuthenticationPrincipal @Nullable Viewer viewer) {
        return viewer == null ? Preferences.DEFAULT : viewer.preferences();
    }
}
