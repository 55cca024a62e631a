package com.foobar.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class DocumentationTests {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(foobar\\.gateway\\.[^`]+)` \\|");

    @Test
    void tableOfSettingsHasEverySettingAndNoOther() throws IOException {
        List<String> known = JsonPath.read(
                new ClassPathResource("META-INF/spring-configuration-metadata.json").getInputStream(),
                "$.properties[*].name");
        String page = Files.readString(Path.of("../docs/gateway.md"));
        assertThat(ROW.matcher(page).results().map((MatchResult row) -> row.group(1)).toList())
                .containsExactlyInAnyOrderElementsOf(
                        known.stream().filter(name -> name.startsWith("foobar.gateway.")).toList());
    }
}
