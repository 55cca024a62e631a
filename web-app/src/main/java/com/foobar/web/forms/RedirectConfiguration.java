package com.foobar.web.forms;

import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/** Has controllers redirect with 303, after which a browser always asks for a page and never sends a form again. */
@Configuration(proxyBeanMethods = false)
class RedirectConfiguration {

    @Autowired
    void answerSeeOther(ThymeleafViewResolver views) {
        views.setRedirectHttp10Compatible(false);
    }
}
