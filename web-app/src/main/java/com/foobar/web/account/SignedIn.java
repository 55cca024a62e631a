package com.foobar.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The result of a successful sign-in.
 *
 * @param session the token of the new session
 * @param device identifies the browser at its next sign-in
 */
public record SignedIn(String session, KnownDevice device) {

    /** Sends both tokens to the browser as cookies. */
    public void write(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.write(response, session);
        DeviceCookie.write(request, response, device);
    }

    @Override
    public String toString() {
        return "SignedIn[device=" + device + "]";
    }
}
