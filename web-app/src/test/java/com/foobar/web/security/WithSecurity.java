package com.foobar.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import com.foobar.web.account.ApiTokens;
import com.foobar.web.account.Sessions;

/**
 * Adds the site's security to a test slice. Nobody is signed in unless the test signs a viewer in: with
 * {@link Viewers#signedIn}, or by what {@link Sessions} and {@link ApiTokens} find.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({ SecurityConfiguration.class, RequestViewers.class, Handled.class })
@MockitoBean(types = { Sessions.class, ApiTokens.class })
public @interface WithSecurity {}
