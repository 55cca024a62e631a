package com.foobar.web.forms;

import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/**
 * Makes controllers redirect with status 303. After a 303 a browser always requests the page with GET and never sends
 * the form again.
 */
@Configuration(proxyBeanMethods = false)
class RedirectConfiguration {

    @Autowired
    void redirectWithSeeOther(ThymeleafViewResolver views) {
        views.setRedirectHttp10Compatible(false);
    }
}
