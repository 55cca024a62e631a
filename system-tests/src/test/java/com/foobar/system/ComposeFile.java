package com.foobar.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The compose file as written, without values for its variables. */
final class ComposeFile {

    private static final Path FILE = Path.of("../docker-compose.yml");

    private ComposeFile() {}

    /** Returns the settings of each service by its name, in the order of the file. */
    static Map<String, Map<String, Object>> services() {
        LoaderOptions ours = new LoaderOptions();
        ours.setMaxAliasesForCollections(1000);
        try {
            Map<String, Map<String, Map<String, Object>>> file = new Yaml(ours).load(Files.readString(FILE));
            return file.get("services");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Returns the services that run as long as the suite, without the services that run once. */
    static Map<String, Map<String, Object>> lastingServices() {
        return services().entrySet().stream().filter(service -> !"no".equals(service.getValue().get("restart")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
