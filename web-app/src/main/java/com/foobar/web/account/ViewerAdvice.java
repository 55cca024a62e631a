package com.foobar.web.account;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the viewer and the viewer's preferences to the model of each page. */
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
