package com.foobar.web.security;

import java.util.List;

import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import com.foobar.web.account.Preferences;
import com.foobar.web.account.Viewer;

/** Viewers for tests. */
public final class Viewers {

    public static final Viewer ADA = new Viewer(1, "ada", "Ada Lovelace", Preferences.DEFAULT, 11L);

    private Viewers() {}

    /** Returns a post-processor that makes the request in a viewer's session. */
    public static RequestPostProcessor signedIn(Viewer viewer) {
        return SecurityMockMvcRequestPostProcessors
                .authentication(new PreAuthenticatedAuthenticationToken(viewer, "", List.of()));
    }
}
