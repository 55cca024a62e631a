package com.foobar.web.limit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import com.foobar.web.problem.ProblemWriter;
import com.foobar.web.security.SecurityHeaders;

/**
 * Shows the site's own error page, or a problem detail for programs, when Tomcat refuses a request before the
 * application sees it (for example, an address that cannot be decoded).
 */
final class ErrorReport extends ErrorReportValve {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s – foobar.com</title>
            <link rel="stylesheet" href="/assets/site.css">
            </head>
            <body>
            <header class="masthead"><a class="brand" href="/">foobar.com</a></header>
            <main id="content">
              <h1>%1$s</h1>
              <p>%2$s</p>
              <p><a href="/">Newest stories</a></p>
            </main>
            </body>
            </html>
            """;

    private final String instance;

    ErrorReport(String instance) {
        this.instance = instance;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0 || !response.setErrorReported()
                || !canBeSent(response)) {
            return;
        }
        SecurityHeaders.set(response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Served-By", instance);
        try {
            if (isOfProgram(request)) {
                ProblemWriter.refuse(request, response, status);
            } else {
                response.setContentType(MediaType.TEXT_HTML_VALUE);
                response.setCharacterEncoding("UTF-8");
                response.getWriter().write(page(status));
            }
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean canBeSent(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }

    /** Returns whether a program sent the request. The address is null if Tomcat could not read the request line. */
    private static boolean isOfProgram(Request request) {
        String address = request.getRequestURI();
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return (address != null && address.startsWith("/api/"))
                || (accepted != null && accepted.contains("json") && !accepted.contains(MediaType.TEXT_HTML_VALUE));
    }

    private static String page(int status) {
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                ? PAGE.formatted("Not understood", "The site could not make sense of this request.")
                : PAGE.formatted("Something went wrong", "This is not your fault. Please try again in a moment.");
    }
}
