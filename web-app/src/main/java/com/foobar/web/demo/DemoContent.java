package com.foobar.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The authors and stories of {@code demo/demo.yml}, the newest story first. */
record DemoContent(List<Author> authors, List<Entry> stories) {

    private static final String FILE = "demo/demo.yml";

    /** An author of the demo content. The account has no password, so nobody can sign in to it. */
    record Author(String username, String name, String biography, ZoneId timeZone) {}

    /**
     * A story.
     *
     * @param age how long before the current time the story was published
     */
    record Entry(String title, String author, Set<String> tags, Duration age, String body,
            @DefaultValue List<Reply> comments) {}

    /**
     * A comment.
     *
     * @param after how long after the story's publication the comment was written
     */
    record Reply(String author, Duration after, String body) {}

    static DemoContent read() {
        try {
            PropertySource<?> source = new YamlPropertySourceLoader().load(FILE, new ClassPathResource(FILE))
                    .getFirst();
            return new Binder(Objects.requireNonNull(ConfigurationPropertySource.from(source))).bindOrCreate("demo",
                    DemoContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
