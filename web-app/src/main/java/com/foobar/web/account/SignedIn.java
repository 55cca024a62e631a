package com.foobar.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What a good password begins.
 *
 * @param session the token of the new session
 * @param device what the browser is known by at its next sign-in
 */
public record SignedIn(String session, KnownDevice device) {

    /** Gives both to the browser. */
    public void write(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.write(response, session);
        DeviceCookie.write(request, response, device);
    }

    @Override
    public String toString() {
        return "SignedIn[device=" + device + "]";
    }
}
