package com.foobar.web.api.document;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Shows the reference of the API to people. */
@Controller
class ReferenceController {

    private final Reference reference = ReferenceReader.read(OpenApiDocument.load());

    @GetMapping("/api")
    String reference(Model model) {
        model.addAttribute("reference", reference);
        model.addAttribute("site", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return "api/reference";
    }

    /** Redirects from the address that a problem names as its type to the description of this type. */
    @GetMapping("/problems/{code}")
    String problem(@PathVariable String code) {
        if (reference.problems().stream().noneMatch(problem -> problem.code().equals(code))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/api#problem-" + code;
    }
}
