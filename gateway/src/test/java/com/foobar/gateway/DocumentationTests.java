package com.foobar.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentationTests {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(foobar\\.gateway\\.[^`]+)` \\| `?([^|`]*)`? \\|");

    @Test
    void tableHasEverySettingWithItsDefaultAndNoOther() throws IOException {
        List<Map<String, Object>> known = JsonPath.read(
                new ClassPathResource("META-INF/spring-configuration-metadata.json").getInputStream(),
                "$.properties[?(@.name =~ /foobar\\.gateway\\..*/)]");
        Map<String, String> expected = known.stream()
                .collect(Collectors.toMap(setting -> (String) setting.get("name"), DocumentationTests::defaultOf));
        String page = Files.readString(Path.of("../docs/gateway.md"));
        assertThat(ROW.matcher(page).results()
                .collect(Collectors.toMap((MatchResult row) -> row.group(1), row -> row.group(2).strip())))
                        .containsExactlyInAnyOrderEntriesOf(expected);
    }

    private static String defaultOf(Map<String, Object> setting) {
        return switch (setting.get("defaultValue")) {
            case null -> "";
            case List<?> values -> values.isEmpty() ? ""
                    : values.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
            case Object value -> value.toString();
        };
    }
}
