package com.foobar.web.security;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers where no database can say who makes a request. The failure happens in a filter, and is brought here so that it is
 * answered as any other of its kind.
 */
@Controller
class ViewerUnknownController {

    private static final String PATH = "/viewer-unknown";
    private static final String FAILURE = "foobar.viewer.failure";

    static void forward(DataAccessException failure, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(FAILURE, failure);
        request.getRequestDispatcher(PATH).forward(request, response);
    }

    /** Asked for by its address, it is not there. */
    @RequestMapping(PATH)
    void fail(@RequestAttribute(name = FAILURE, required = false) @Nullable DataAccessException failure) {
        throw failure == null ? new ResponseStatusException(HttpStatus.NOT_FOUND) : failure;
    }
}
