package com.foobar.web.problem;

import org.springframework.http.HttpStatusCode;

/** Finds the problem for a status with which a filter or the container refuses a request. */
final class ContainerRefusal {

    private ContainerRefusal() {}

    static ProblemException of(int status) {
        ProblemType type = ProblemType.of(HttpStatusCode.valueOf(status));
        return switch (type) {
            case NOT_SIGNED_IN -> Problems.notSignedIn();
            case NOT_FOUND -> Problems.noResource();
            case FORBIDDEN -> new ProblemException(type,
                    "You may not do this, or a page of another origin made your browser send it.");
            default -> new ProblemException(type, "The request was refused before anything was done.");
        };
    }
}
