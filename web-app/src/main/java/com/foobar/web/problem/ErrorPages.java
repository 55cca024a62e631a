package com.foobar.web.problem;

import java.util.List;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.autoconfigure.error.AbstractErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows how a request failed: a page to people, a problem detail to programs. */
@Controller
class ErrorPages extends AbstractErrorController {

    ErrorPages(ErrorAttributes attributes, List<ErrorViewResolver> views) {
        super(attributes, views);
    }

    /** Responds with the status of the failed request, or with 404 if a client requests this address directly. */
    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable
    Object show(HttpServletRequest request, HttpServletResponse response) {
        boolean isFailure = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
        HttpStatus status = isFailure ? getStatus(request) : HttpStatus.NOT_FOUND;
        if (Programs.sent(request, response)) {
            return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatus(status));
        }
        response.setStatus(status.value());
        return resolveErrorView(request, response, status, Map.of("status", status.value()));
    }
}
