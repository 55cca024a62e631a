package com.foobar.web.markdown;

import java.util.regex.Pattern;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Removes all HTML that is not on a list, whatever the renderer has produced: a second line of defence behind the
 * renderer's escaping.
 */
final class AllowList {

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "h2", "h3", "h4", "h5", "h6", "em", "strong", "del", "ul", "ol", "li",
                    "blockquote", "hr", "pre", "code", "table", "thead", "tbody", "tr", "th", "td", "a")
            .allowUrlProtocols("http", "https", "mailto").allowAttributes("href").onElements("a")
            .requireRelsOnLinks("nofollow", "ugc", "noopener")
            .allowAttributes("start").matching(Pattern.compile("\\d{1,9}")).onElements("ol")
            .allowAttributes("class").matching(Pattern.compile("language-[A-Za-z0-9+#-]{1,30}")).onElements("code")
            .allowAttributes("align").matching(true, "left", "center", "right").onElements("th", "td").toFactory();

    private AllowList() {}

    static String apply(String html) {
        return POLICY.sanitize(html);
    }
}
