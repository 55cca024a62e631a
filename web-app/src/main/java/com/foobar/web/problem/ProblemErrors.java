package com.foobar.web.problem;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

/** Sends a problem in place of the error page if the container itself refuses a request to the API. */
final class ProblemErrors implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR || !ProblemFilter.covers(request)) {
            return true;
        }
        ProblemWriter.write(request, response, ContainerRefusal.of(response.getStatus()));
        return false;
    }
}
